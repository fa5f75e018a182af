package dev.docket.store;

/** Where jobs wait in line: those of one organization for one endpoint. */
public record Lane(String organization, String endpoint) {}
