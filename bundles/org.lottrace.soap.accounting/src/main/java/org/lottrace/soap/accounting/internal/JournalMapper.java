package org.lottrace.soap.accounting.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.id.PartyId;
import org.lottrace.soap.accounting.internal.wire.WireAccount;
import org.lottrace.soap.accounting.internal.wire.WireEventType;
import org.lottrace.soap.accounting.internal.wire.WireJournal;
import org.lottrace.soap.accounting.internal.wire.WireJournalEntry;
import org.lottrace.soap.accounting.internal.wire.WireJournalLine;

/** Journal entries to the wire. */
final class JournalMapper {
    private JournalMapper() {}

    /** @param numbers of these entries, in any order */
    static WireJournal toWire(List<JournalEntry> entries, List<EntryNumbers> numbers) {
        Map<Long, EntryNumbers> byEntry =
                numbers.stream().collect(Collectors.toMap(EntryNumbers::entry, Function.identity()));
        WireJournal wire = new WireJournal();
        entries.forEach(entry -> wire.getEntry().add(toWire(entry, known(entry, byEntry))));
        return wire;
    }

    private static EntryNumbers known(JournalEntry entry, Map<Long, EntryNumbers> byEntry) {
        return Optional.ofNullable(byEntry.get(entry.number()))
                .orElseThrow(() -> new IllegalStateException(
                        "entry " + entry.number() + " is gone: the books have begun to be built again; ask again"));
    }

    private static WireJournalEntry toWire(JournalEntry entry, EntryNumbers numbers) {
        WireJournalEntry wire = new WireJournalEntry();
        wire.setNumber(entry.number());
        entry.company().map(PartyId::value).ifPresent(wire::setCompany);
        wire.setAccountingDate(ValueMapper.toWire(entry.accountingDate()));
        wire.setType(WireEventType.fromValue(entry.type().code()));
        wire.setDocument(ValueMapper.toWire(entry.document()));
        wire.setEventId(entry.event().value());
        wire.setLedgerPosition(entry.ledgerPosition());
        for (int i = 0; i < entry.lines().size(); i++) {
            WireJournalLine line = toWire(entry.lines().get(i));
            numbers.lines().get(i).number().ifPresent(line::setAccountNumber);
            wire.getLine().add(line);
        }
        wire.setNumbersKept(numbers.kept().isPresent());
        return wire;
    }

    private static WireJournalLine toWire(JournalLine line) {
        WireJournalLine wire = new WireJournalLine();
        wire.setAccount(WireAccount.fromValue(line.account().code()));
        line.lot().map(ValueMapper::toWire).ifPresent(wire::setLot);
        line.quantity().map(ValueMapper::toWire).ifPresent(wire::setQuantity);
        line.orderLine().map(ValueMapper::toWire).ifPresent(wire::setOrderLine);
        wire.setAmount(ValueMapper.toWire(line.amount()));
        return wire;
    }
}
