package org.lottrace.soap.accounting.internal;

import java.util.List;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.soap.accounting.internal.wire.WireAccount;
import org.lottrace.soap.accounting.internal.wire.WireEventType;
import org.lottrace.soap.accounting.internal.wire.WireJournal;
import org.lottrace.soap.accounting.internal.wire.WireJournalEntry;
import org.lottrace.soap.accounting.internal.wire.WireJournalLine;

/** Journal entries to the wire. */
final class JournalMapper {
    private JournalMapper() {}

    static WireJournal toWire(List<JournalEntry> entries) {
        WireJournal wire = new WireJournal();
        entries.forEach(entry -> wire.getEntry().add(toWire(entry)));
        return wire;
    }

    private static WireJournalEntry toWire(JournalEntry entry) {
        WireJournalEntry wire = new WireJournalEntry();
        wire.setNumber(entry.number());
        wire.setAccountingDate(ValueMapper.toWire(entry.accountingDate()));
        wire.setType(WireEventType.fromValue(entry.type().code()));
        wire.setDocument(ValueMapper.toWire(entry.document()));
        wire.setEventId(entry.event().value());
        wire.setLedgerPosition(entry.ledgerPosition());
        entry.lines().forEach(line -> wire.getLine().add(toWire(line)));
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
