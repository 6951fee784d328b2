package org.lottrace.soap.accounting.internal;

import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.id.PartyId;
import org.lottrace.soap.accounting.internal.wire.RejectJournalEntryResponse;
import org.lottrace.soap.accounting.internal.wire.TakeJournalResponse;
import org.lottrace.soap.accounting.internal.wire.WireJournalReceiver;

/** What receivers of the journal are told, to the wire. */
final class DeliveryMapper {
    private DeliveryMapper() {}

    static TakeJournalResponse toWire(JournalDelivery delivery) {
        TakeJournalResponse wire = new TakeJournalResponse();
        wire.setReceiver(toWire(delivery.receiver()));
        wire.getEntry()
                .addAll(JournalMapper.toWire(delivery.entries(), delivery.numbers())
                        .getEntry());
        delivery.waitsFor().map(JournalRejection::entry).ifPresent(wire::setWaitsForEntry);
        wire.setMore(delivery.more());
        return wire;
    }

    static WireJournalReceiver toWire(JournalReceiver receiver) {
        WireJournalReceiver wire = new WireJournalReceiver();
        wire.setReceiver(receiver.name());
        receiver.company().map(PartyId::value).ifPresent(wire::setCompany);
        wire.setSent(receiver.sent());
        wire.setAcknowledged(receiver.acknowledged());
        return wire;
    }

    static RejectJournalEntryResponse toWire(JournalRejection rejection) {
        RejectJournalEntryResponse wire = new RejectJournalEntryResponse();
        wire.setNumber(rejection.number());
        return wire;
    }
}
