package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.PartyId;
import org.lottrace.persistence.internal.value.DocumentPart;

/** A row of {@code journal_entry}. */
@Entity
@Table(name = "journal_entry")
@Filter(name = OneBooks.COMMON, condition = OneBooks.IS_COMMON)
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class JournalEntryEntity {
    @Id
    @Column(name = "entry_number")
    long number;

    @Column(name = "event_id", length = 100)
    String eventId;

    @Column(name = "ledger_position")
    long ledgerPosition;

    @Column(name = "event_type", length = 20)
    EventType type;

    @Column(name = "accounting_date")
    LocalDate accountingDate;

    @Column(name = "original_date")
    LocalDate originalDate;

    @Embedded
    DocumentPart document;

    /** Empty in the common books. */
    @Column(name = "company", length = 20)
    String company;

    protected JournalEntryEntity() {}

    JournalEntryEntity(JournalEntry entry) {
        number = entry.number();
        eventId = entry.event().value();
        ledgerPosition = entry.ledgerPosition();
        type = entry.type();
        accountingDate = entry.accountingDate();
        originalDate = entry.originalDate().orElse(null);
        document = DocumentPart.of(entry.document());
        company = entry.company().map(PartyId::value).orElse(null);
    }

    JournalEntry toEntry(List<JournalLine> lines) {
        return new JournalEntry(
                number,
                new EventId(eventId),
                ledgerPosition,
                type,
                accountingDate,
                Optional.ofNullable(originalDate),
                document.toReference(),
                Optional.ofNullable(company).map(PartyId::new),
                lines);
    }
}
