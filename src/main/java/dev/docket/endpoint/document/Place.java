package dev.docket.endpoint.document;

/** Where something stands on its page, in parts of the page's width and height: 0 is left and top, 1 right and bottom. */
public record Place(double left, double top, double width, double height) {}
