package org.lottrace.persistence.internal.ledger;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code trace_event}. Its parts are rows of their own, because they are written in batches. */
@Entity
@Table(name = "trace_event")
public class TraceEventEntity {
    @Id
    @Column(name = "ledger_position")
    long ledgerPosition;

    @Column(name = "form")
    int form;

    @Column(name = "cell")
    int cell;

    @Column(name = "event_id", length = 100)
    String eventId;

    @Column(name = "event_type", length = 20)
    EventType type;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "effective_at"))
    @AttributeOverride(name = "nanos", column = @Column(name = "effective_nanos"))
    ExactInstant effective;

    @Column(name = "utc_offset", length = 9)
    String offset;

    @Column(name = "accounting_date")
    LocalDate accountingDate;

    @Column(name = "actor", length = TextColumn.LENGTH)
    String actor;

    @Column(name = "on_behalf_of", length = TextColumn.LENGTH)
    String onBehalfOf;

    @Column(name = "device", length = TextColumn.LENGTH)
    String device;

    @Column(name = "company", length = 20)
    String company;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "capture_source", length = 20)
    CaptureSource source;

    @Column(name = "basis", length = 20)
    Basis basis;

    @Column(name = "production_line", length = TextColumn.LENGTH)
    String line;

    @Column(name = "production_shift", length = TextColumn.LENGTH)
    String shift;

    @Column(name = "corrects", length = 100)
    String corrects;

    /** How many it sets: who reads many events asks only for those that set any. */
    @Column(name = "dispositions")
    int dispositions;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "recorded_at"))
    @AttributeOverride(name = "nanos", column = @Column(name = "recorded_nanos"))
    ExactInstant recorded;

    @Column(name = "hash", length = 64)
    String hash;

    protected TraceEventEntity() {}

    TraceEventEntity(RecordedEvent event) {
        EventContext context = event.event().context();
        ledgerPosition = event.position();
        form = event.form();
        cell = event.cell();
        eventId = context.id().value();
        type = event.event().type();
        effective = ExactInstant.of(context.effective());
        offset = context.offset().getId();
        accountingDate = context.accountingDate();
        actor = context.actor();
        onBehalfOf = context.onBehalfOf();
        device = context.device();
        company = context.company().map(PartyId::value).orElse(null);
        site = context.site().value();
        source = context.source();
        basis = context.basis();
        line = context.line();
        shift = context.shift();
        corrects = event.event().corrects().map(EventId::value).orElse(null);
        dispositions = event.event().dispositionChanges().size();
        recorded = ExactInstant.of(event.recorded());
        hash = event.hash();
    }

    Optional<EventId> corrected() {
        return Optional.ofNullable(corrects).map(EventId::new);
    }

    EventContext context() {
        return new EventContext(
                new EventId(eventId),
                effective.toInstant(),
                ZoneOffset.of(offset),
                accountingDate,
                actor,
                onBehalfOf,
                device,
                Optional.ofNullable(company).map(PartyId::new),
                new SiteId(site),
                source,
                basis,
                line,
                shift);
    }
}
