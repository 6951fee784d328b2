package org.lottrace.api.handover;

/**
 * How far numbers were kept.
 *
 * @param entries how many there are in the range, as far as it was gone through
 * @param kept how many of them this call handed over; what somebody else handed over at the same time is theirs
 * @param uncovered how many have a line without a number
 * @param last number of the last one, 0 for none
 * @param more whether there are others behind it that were asked for
 */
public record KeptNumbers(int entries, int kept, int uncovered, long last, boolean more) {}
