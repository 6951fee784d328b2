package org.lottrace.api.edi;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.violation.Violation;

/**
 * One line of the interchange log.
 *
 * @param id number in the log
 * @param direction which way
 * @param sender ISA05 and ISA06 as {@code qualifier:id}; empty when the envelope could not be read
 * @param receiver ISA07 and ISA08 as {@code qualifier:id}; empty when the envelope could not be read
 * @param control ISA13; empty when the envelope could not be read
 * @param transactionSets the codes it holds, in order, such as {@code 856}
 * @param fileName name of the file it came in or went out with
 * @param status what became of it
 * @param at when it was read or written; when it was stored while it waits to be written
 * @param problems all problems found; the field is {@code segment position / tag / element}
 */
public record InterchangeRecord(
        long id,
        Direction direction,
        String sender,
        String receiver,
        String control,
        List<String> transactionSets,
        String fileName,
        InterchangeStatus status,
        Instant at,
        List<Violation> problems) {
    public InterchangeRecord {
        Objects.requireNonNull(direction);
        Objects.requireNonNull(sender);
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(control);
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(status);
        Objects.requireNonNull(at);
        transactionSets = List.copyOf(transactionSets);
        problems = List.copyOf(problems);
    }
}
