package org.lottrace.web.gate.internal.soap;

/**
 * One problem of the XML of a request; on the wire the same shape as a violation of the api.
 *
 * @param code stable word
 * @param field path of the element, or line and column
 * @param message what the parser says
 */
record Problem(String code, String field, String message) {}
