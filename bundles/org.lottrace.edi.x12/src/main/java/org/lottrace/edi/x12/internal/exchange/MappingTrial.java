package org.lottrace.edi.x12.internal.exchange;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.edi.x12.internal.exchange.ExchangedDocuments.Exchanged;
import org.lottrace.edi.x12.internal.rules.Examiner;

/** Reads the newest documents of the partners of a mapping with what is in use and with its draft; within a unit of work. */
final class MappingTrial {
    /** What the files of a mapping read. */
    private static final Set<String> MAPPED = Set.of("856", "DESADV");

    /** How many interchanges a trial looks at to find documents. */
    private static final int FURTHEST = 5000;

    private final InterchangeStore store;
    private final PartnerDirectory partners;
    private final Examiner examiner;
    private final Supplier<List<TransactionSetHandler>> handlers;
    private final Previews today;
    private final SentPreviews sent;

    MappingTrial(
            InterchangeStore store,
            PartnerDirectory partners,
            Examiner examiner,
            Supplier<List<TransactionSetHandler>> handlers,
            SentPreviews sent) {
        this.store = store;
        this.partners = partners;
        this.examiner = examiner;
        this.handlers = handlers;
        this.today = new Previews(examiner, handlers);
        this.sent = sent;
    }

    /** @return at most so many documents, the newest first */
    List<TriedDocument> of(String name, int documents) {
        return newest(name, withDraft(name)).limit(documents).toList();
    }

    /** Whoever uses the mapping is read with its draft; nobody else is. */
    private Previews withDraft(String name) {
        UnaryOperator<Party> drafted = party -> party.profile().mapping().equals(name)
                ? party.with(party.profile().drafted())
                : party;
        return new Previews(examiner.taking(drafted), handlers);
    }

    private Optional<TriedDocument> tried(Exchanged exchanged, Previews drafted) {
        InterchangeRecord interchange = exchanged.interchange();
        if (interchange.direction() == Direction.INBOUND) {
            byte[] content = store.content(interchange.id());
            return Optional.of(DraftTrial.of(interchange, today.of(content), drafted.of(content)));
        }
        Party partner = exchanged.partner();
        return sent.of(interchange, partner).flatMap(before -> sent.of(
                        interchange, partner.with(partner.profile().drafted()))
                .map(after -> DraftTrial.of(interchange, before, after)));
    }

    /** What came twice, what answers, and what nobody reads or makes again says nothing about a mapping: it is passed over, and not counted. */
    private Stream<TriedDocument> newest(String name, Previews drafted) {
        List<Party> users = partners.all().stream()
                .filter(party -> party.profile().mapping().equals(name))
                .filter(party -> !party.roles().contains(PartyRole.COMPANY))
                .toList();
        Iterator<Exchanged> exchanged = new ExchangedDocuments(store, users);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(exchanged, Spliterator.ORDERED), false)
                .limit(FURTHEST)
                .filter(this::isTriable)
                .flatMap(one -> tried(one, drafted).stream())
                .filter(document -> document.fields() > 0
                        || !document.isSame()
                        || !document.problemsAfter().isEmpty());
    }

    private boolean isTriable(Exchanged exchanged) {
        InterchangeRecord record = exchanged.interchange();
        String address = record.direction() == Direction.INBOUND ? record.sender() : record.receiver();
        return exchanged
                        .partner()
                        .profile()
                        .ediAddress()
                        .filter(own -> own.toString().equals(address))
                        .isPresent()
                && record.status() != InterchangeStatus.DUPLICATE
                && !record.transactionSets().isEmpty()
                && (record.direction() == Direction.OUTBOUND || isRead(record));
    }

    private boolean isRead(InterchangeRecord record) {
        return record.transactionSets().stream().filter(MAPPED::contains).anyMatch(code -> handlers.get().stream()
                .anyMatch(handler -> handler.transactionSet().equals(code)));
    }
}
