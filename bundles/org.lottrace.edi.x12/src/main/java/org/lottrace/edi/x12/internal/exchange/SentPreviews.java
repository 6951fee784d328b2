package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.PreviewedSet;
import org.lottrace.api.edi.ReadField;
import org.lottrace.api.edi.SentAgain;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** How what was sent would be written, element by element, in the place of what it would be read as. */
final class SentPreviews {
    private final InterchangeStore store;
    private final Supplier<List<SentAgain>> makers;
    private final Rendering rendering;

    SentPreviews(InterchangeStore store, Supplier<List<SentAgain>> makers, Rendering rendering) {
        this.store = store;
        this.makers = makers;
        this.rendering = rendering;
    }

    /** @return empty when nobody makes it again, or it would not be sent any more */
    Optional<FilePreview> of(InterchangeRecord sent, Party receiver) {
        String code = sent.transactionSets().get(0);
        return store.key(sent.id())
                .flatMap(key -> OutboundTransactionSet.keyIn(key, code))
                .flatMap(key -> makers.get().stream()
                        .flatMap(maker -> maker.again(code, key, receiver).stream())
                        .findFirst())
                .map(again -> again.fold(this::written, this::written, SentPreviews::refused));
    }

    private FilePreview written(OutboundTransactionSet set) {
        EdiAddress receiver = set.receiver().profile().ediAddress().orElseThrow();
        try {
            Outbox.Message message = Outbox.Message.of(set, receiver, receiver);
            List<Violation> problems = rendering.check(rendering.write(message, 0));
            return new FilePreview(
                    List.of(new PreviewedSet(
                            set.code(), "", elements(message.sets().get(0)))),
                    problems,
                    List.of());
        } catch (IllegalArgumentException e) {
            return refused(List.of(new Violation(
                    "CONTENT_NOT_WRITABLE",
                    ViolationPath.WHOLE,
                    Optional.ofNullable(e.getMessage()).orElse(""))));
        }
    }

    private static FilePreview refused(List<Violation> problems) {
        return new FilePreview(List.of(), problems, List.of());
    }

    /** @return each element with content, such as {@code LIN[2]/03}: the third element of the second LIN */
    private static List<ReadField> elements(List<List<String>> segments) {
        List<ReadField> elements = new ArrayList<>();
        Map<String, Integer> turns = new HashMap<>();
        for (List<String> segment : segments) {
            String tag = segment.get(0);
            int turn = turns.merge(tag, 1, Integer::sum);
            for (int i = 1; i < segment.size(); i++) {
                if (!segment.get(i).isEmpty()) {
                    elements.add(new ReadField(String.format("%s[%d]/%02d", tag, turn, i), segment.get(i)));
                }
            }
        }
        return elements;
    }
}
