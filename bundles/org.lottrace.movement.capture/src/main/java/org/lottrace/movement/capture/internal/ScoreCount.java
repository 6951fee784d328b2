package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.ReconciledNotice;

/** Counts how the notices of a supplier held true. */
final class ScoreCount {
    private final Map<DifferenceKind, Integer> differences = new EnumMap<>(DifferenceKind.class);
    private int notices;
    private int timed;
    private int onTime;
    private int complete;
    private int withoutDifference;

    /** Counts a notice, unless nothing came of it and nothing will. */
    void take(ReconciledNotice notice, List<RecordedEvent> receipts, Optional<NoticeArrival> arrival) {
        if (notice.state() == NoticeState.CLOSED && receipts.isEmpty()) {
            return;
        }
        notices++;
        arrival.ifPresent(came -> {
            timed++;
            onTime += isOnTime(came, receipts) ? 1 : 0;
        });
        complete += notice.state() == NoticeState.COMPLETE ? 1 : 0;
        withoutDifference +=
                notice.state() != NoticeState.OPEN && notice.differences().isEmpty() ? 1 : 0;
        notice.differences().forEach(difference -> differences.merge(difference.kind(), 1, Integer::sum));
    }

    private static boolean isOnTime(NoticeArrival arrival, List<RecordedEvent> receipts) {
        return !arrival.isLate()
                && !arrival.told()
                && receipts.stream().noneMatch(receipt -> receipt.recorded().isBefore(arrival.arrived()));
    }

    PartnerScore of(PartyId supplier, LocalDate month) {
        return new PartnerScore(
                supplier,
                month,
                notices,
                timed,
                onTime,
                complete,
                withoutDifference,
                differences.entrySet().stream()
                        .map(counted -> new PartnerScore.Count(counted.getKey(), counted.getValue()))
                        .toList());
    }
}
