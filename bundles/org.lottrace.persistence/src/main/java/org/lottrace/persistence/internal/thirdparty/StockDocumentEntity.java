package org.lottrace.persistence.internal.thirdparty;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.KeptDocument.Cancelling;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;

/** A row of {@code stock_document}. */
@Entity
@Table(name = "stock_document")
public class StockDocumentEntity {
    private static final int LONGEST_LINES = 1_000_000;

    @Id
    @Column(name = "document_position")
    long position;

    @Column(name = "kind", length = 20)
    String kind;

    @Column(name = "warehouse", length = 10)
    String warehouse;

    @Column(name = "document_number", length = 30)
    String number;

    @Column(name = "from_site", length = 10)
    String from;

    @Column(name = "about", length = 50)
    String about;

    @Column(name = "customer", length = 20)
    String customer;

    @Column(name = "at_moment")
    Instant at;

    @Column(name = "recorded_by", length = 200)
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recorded;

    /** Ids with blanks between them, which no id has. */
    @Column(name = "events", length = 400)
    String events;

    @Column(name = "lines", length = LONGEST_LINES)
    String lines;

    @Column(name = "cancelled_by", length = 200)
    String cancelledBy;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Column(name = "cancel_reason", length = 2000)
    String cancelReason;

    @Column(name = "unsent")
    boolean unsent;

    protected StockDocumentEntity() {}

    StockDocumentEntity(KeptDocument of) {
        StockDocument document = of.document();
        position = of.position();
        kind = document.kind().code();
        warehouse = document.warehouse().value();
        number = document.number();
        from = document.from().map(SiteId::value).orElse(null);
        about = document.about().orElse(null);
        customer = document.customer().map(PartyId::value).orElse(null);
        at = document.at();
        recordedBy = of.recordedBy();
        recorded = of.recorded();
        events = of.events().stream().map(EventId::value).collect(Collectors.joining(" "));
        lines = LineText.write(document.lines());
        cancelledBy = of.cancelled().map(Cancelling::by).orElse(null);
        cancelledAt = of.cancelled().map(Cancelling::at).orElse(null);
        cancelReason = of.cancelled().map(Cancelling::reason).orElse(null);
        unsent = of.unsent();
    }

    KeptDocument toDocument() {
        StockDocument document = new StockDocument(
                number,
                Coded.of(StockDocumentKind.class, kind),
                new SiteId(warehouse),
                Optional.ofNullable(from).map(SiteId::new),
                Optional.ofNullable(about),
                Optional.ofNullable(customer).map(PartyId::new),
                at,
                LineText.read(lines));
        return new KeptDocument(
                position,
                document,
                recordedBy,
                recorded,
                Arrays.stream(events.split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(EventId::new)
                        .toList(),
                Optional.ofNullable(cancelledBy).map(by -> new Cancelling(by, cancelledAt, cancelReason)),
                unsent);
    }
}
