package org.lottrace.edi.asn856.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;

/** What a supplier was told by 861 of a receipt or a closing: the first advice, under the id of its event, and what corrected it. */
final class ToldAdvices {
    private final Ledger ledger;
    private final InterchangeStore log;
    private final WithheldInterchanges withheld;

    ToldAdvices(Ledger ledger, InterchangeStore log, WithheldInterchanges withheld) {
        this.ledger = ledger;
        this.log = log;
        this.withheld = withheld;
    }

    /** @return the key of what corrects the advice of the subject because of another event of its notice */
    static String correction(RecordedEvent cause, RecordedEvent subject) {
        return cause.event().id() + "/" + subject.position();
    }

    /** @return true when something of it was sent, or will be */
    boolean isTold(RecordedEvent subject) {
        return !keys(subject, EnumSet.complementOf(EnumSet.of(InterchangeStatus.WITHHELD)))
                .isEmpty();
    }

    /** Withholds everything of it that waits. */
    void withhold(RecordedEvent subject) {
        keys(subject, EnumSet.of(InterchangeStatus.PENDING))
                .forEach(key -> withheld.withhold(SupplierAdvice.CODE, key));
    }

    private List<String> keys(RecordedEvent subject, Set<InterchangeStatus> statuses) {
        List<RecordedEvent> causes = ledger.byDocument(
                subject.event().document(DocumentType.SHIP_NOTICE).orElseThrow());
        String prefix = OutboundTransactionSet.logKey(SupplierAdvice.CODE, "");
        List<String> known = Stream.concat(
                        Stream.of(subject.event().id().value()),
                        causes.stream().map(cause -> correction(cause, subject)))
                .map(key -> prefix + key)
                .toList();
        return log.keysWith(known, statuses).stream()
                .map(key -> key.substring(prefix.length()))
                .toList();
    }
}
