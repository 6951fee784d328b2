package org.lottrace.journal.push.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.handover.JournalRejection;

/**
 * How it goes with one receiver.
 *
 * @param error what is wrong; absent when all is well
 * @param rejected what waits until somebody has it resent
 */
record PushReport(
        String receiver, Optional<Instant> lastLook, Optional<String> error, List<JournalRejection> rejected) {}
