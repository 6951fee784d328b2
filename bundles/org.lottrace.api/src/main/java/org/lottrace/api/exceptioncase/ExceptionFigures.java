package org.lottrace.api.exceptioncase;

/**
 * How many exception cases wait for somebody.
 *
 * @param open how many are open
 * @param late how many of them are past their deadline
 */
public record ExceptionFigures(long open, long late) {}
