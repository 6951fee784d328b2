package org.lottrace.gs1.internal.syntax;

import org.lottrace.gs1.internal.rule.Rule;

/**
 * A part of an element's value.
 *
 * @param shortest characters it has at least
 * @param longest characters it has at most; only the last component of a value may have a length of its own
 * @param isOptional whether it may be left out
 * @param rule what it has to be
 */
public record Component(int shortest, int longest, boolean isOptional, Rule rule) {}
