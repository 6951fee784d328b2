package org.lottrace.movement.capture.internal;

import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.violation.Violation;

/**
 * What was wrong with something that is recorded all the same.
 *
 * @param lot the lot it is about, when it is about one
 */
record Noted(Violation violation, Optional<LotKey> lot) {}
