package org.lottrace.edi.x12.internal.schema;

/**
 * The grammar of a transaction set in the version of its group.
 *
 * @param grammar of the schema file
 * @param shortDates whether dates may be written without their century, as before version 004010
 */
public record SetGrammar(Grammar grammar, boolean shortDates) {}
