package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;

/** Gives each clean transaction set to the handler of its code. */
final class ContentHandlers {
    private final Supplier<List<TransactionSetHandler>> handlers;

    ContentHandlers(Supplier<List<TransactionSetHandler>> handlers) {
        this.handlers = handlers;
    }

    /** What is done with the clean sets of an interchange. */
    interface Treatment {
        /** @return every business problem */
        List<Violation> treat(ExaminedInterchange interchange);
    }

    /**
     * Applies the clean sets, also when others of the file are not clean: the caller rolls back, but all problems are known.
     *
     * @throws HandlerMissingException if there is no handler for a set
     */
    List<Violation> apply(ExaminedInterchange interchange) {
        return treat(interchange, code -> {
            throw new HandlerMissingException(code);
        });
    }

    /** As {@link #apply}, but a missing handler is a problem among others. */
    List<Violation> check(ExaminedInterchange interchange) {
        return treat(
                interchange,
                code -> List.of(new Violation("HANDLER_MISSING", "", HandlerMissingException.message(code))));
    }

    private interface Missing {
        List<Violation> handler(String code);
    }

    private List<Violation> treat(ExaminedInterchange interchange, Missing missing) {
        List<Violation> problems = new ArrayList<>();
        if (interchange.party().isEmpty() || interchange.receiver().isEmpty()) {
            return problems;
        }
        for (ExaminedGroup group : interchange.groups()) {
            for (ExaminedSet set : group.sets()) {
                String code = set.set().code();
                if (set.findings().isEmpty() && !set.xml().isEmpty() && !code.equals(AcknowledgementReader.CODE)) {
                    Optional<TransactionSetHandler> handler = handlers.get().stream()
                            .filter(h -> h.transactionSet().equals(code))
                            .findFirst();
                    problems.addAll(
                            handler.isPresent()
                                    ? handle(handler.get(), interchange, group, set)
                                    : missing.handler(code));
                }
            }
        }
        return problems;
    }

    private static List<Violation> handle(
            TransactionSetHandler handler, ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set) {
        String control = set.set().control();
        InboundTransactionSet inbound = new InboundTransactionSet(
                set.set().code(),
                group.group().version(),
                interchange.party().orElseThrow(),
                new InterchangeReference(
                        interchange.sender().orElseThrow(),
                        interchange.receiver().orElseThrow(),
                        interchange.interchange().control(),
                        group.group().control(),
                        control),
                set.xml());
        return handler.handle(inbound).stream()
                .map(v -> new Violation(v.code(), ("set " + control + " / " + v.field()).strip(), v.message()))
                .toList();
    }
}
