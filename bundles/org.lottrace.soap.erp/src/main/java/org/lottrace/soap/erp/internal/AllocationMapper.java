package org.lottrace.soap.erp.internal;

import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.soap.erp.internal.wire.WireAllocatedLine;
import org.lottrace.soap.erp.internal.wire.WireCandidate;
import org.lottrace.soap.erp.internal.wire.WireReservation;
import org.lottrace.soap.erp.internal.wire.WireSubstitute;

/** What an order line got, and why, to the wire. */
final class AllocationMapper {
    private AllocationMapper() {}

    static WireAllocatedLine toWire(LineAllocation line) {
        WireAllocatedLine wire = new WireAllocatedLine();
        wire.setNumber(line.orderLine().line());
        wire.setItem(line.item().value());
        wire.setOrdered(ValueMapper.toWire(line.ordered()));
        wire.setShipped(ValueMapper.toWire(line.shipped()));
        wire.setReserved(ValueMapper.toWire(line.reserved()));
        wire.setShortBy(ValueMapper.toWire(line.shortBy()));
        line.reservations().stream().map(AllocationMapper::toWire).forEach(wire.getReservation()::add);
        line.candidates().stream().map(AllocationMapper::toWire).forEach(wire.getCandidate()::add);
        line.insteadOf().ifPresent(wire::setInsteadOfLine);
        line.substitutes().stream().map(AllocationMapper::toWire).forEach(wire.getSubstitute()::add);
        return wire;
    }

    private static WireSubstitute toWire(Substitute substitute) {
        WireSubstitute wire = new WireSubstitute();
        wire.setItem(substitute.item().value());
        wire.setOrdered(ValueMapper.toWire(substitute.ordered()));
        wire.setInstead(ValueMapper.toWire(substitute.instead()));
        return wire;
    }

    private static WireReservation toWire(Reservation reservation) {
        WireReservation wire = new WireReservation();
        wire.setLot(ValueMapper.toWire(reservation.lot()));
        wire.setPosition(ValueMapper.toWire(reservation.position()));
        wire.setQuantity(ValueMapper.toWire(reservation.quantity()));
        return wire;
    }

    private static WireCandidate toWire(Candidate candidate) {
        WireCandidate wire = new WireCandidate();
        wire.setLot(ValueMapper.toWire(candidate.lot()));
        wire.setPosition(ValueMapper.toWire(candidate.position()));
        candidate.expiry().map(ValueMapper::toWire).ifPresent(wire::setExpiry);
        wire.setAvailable(ValueMapper.toWire(candidate.available()));
        wire.setTaken(ValueMapper.toWire(candidate.taken()));
        wire.getReason().addAll(ViolationMapper.toWire(candidate.reasons()));
        return wire;
    }
}
