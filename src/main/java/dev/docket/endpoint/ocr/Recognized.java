package dev.docket.endpoint.ocr;

/** Text that an engine has seen in a picture, and the box around it in pixels from the upper left corner. */
public record Recognized(String text, float left, float top, float right, float bottom) {}
