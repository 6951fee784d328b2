package org.lottrace.edi.x12.internal.exchange;

/**
 * Where a transaction set stands in its interchange. Control numbers may repeat in a broken file; this does not.
 *
 * @param group 0 for the first functional group
 * @param set 0 for the first set of the group
 */
record SetPlace(int group, int set) {}
