package org.lottrace.api.exceptioncase;

import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.violation.Violation;

/**
 * What was wrong with something that is recorded all the same.
 *
 * @param violation with the code by which its owner is found
 * @param lot the lot it is about, when it is about one
 */
public record Noted(Violation violation, Optional<LotKey> lot) {}
