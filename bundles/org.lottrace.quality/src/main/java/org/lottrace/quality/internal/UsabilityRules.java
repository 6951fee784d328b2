package org.lottrace.quality.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;

/** The predicate itself: what speaks against a lot that has this disposition, on that day. No store, no clock. */
final class UsabilityRules {
    private static final String FIELD = "lot";

    private UsabilityRules() {}

    static Usability judge(
            Lot lot, Optional<LotDisposition> disposition, Purpose purpose, Optional<Party> party, LocalDate date) {
        List<Violation> reasons = new ArrayList<>();
        disposition.stream().flatMap(UsabilityRules::againstDisposition).forEach(reasons::add);
        lot.expiry()
                .flatMap(expiry -> againstExpiry(lot.key(), expiry, agreedWith(party, purpose), date))
                .ifPresent(reasons::add);
        return new Usability(
                reasons,
                disposition.map(LotDisposition::holds).orElse(List.of()).stream()
                        .filter(hold -> hold.at().isPresent())
                        .toList());
    }

    /** @return the answer about a lot that was registered after the moment that was asked for */
    static Usability unknown(LotKey lot) {
        return new Usability(
                List.of(new Violation(
                        "LOT_UNKNOWN", FIELD, "lot " + lot + " was not registered by then; ask for a later time")),
                List.of());
    }

    /** A lot that is recalled may be held besides. */
    private static Stream<Violation> againstDisposition(LotDisposition disposition) {
        List<Violation> reasons = new ArrayList<>();
        if (disposition.disposition() == Disposition.RECALLED) {
            reasons.add(new Violation(
                    "LOT_RECALLED",
                    FIELD,
                    "lot " + disposition.lot() + " is recalled (" + disposition.reason()
                            + "); keep it isolated and take another lot"));
        }
        if (!disposition.whole().isEmpty()) {
            reasons.add(new Violation(
                    "LOT_ON_HOLD",
                    FIELD,
                    "lot " + disposition.lot() + " is on hold (" + LotDisposition.reasons(disposition.whole())
                            + "); release it or take another lot"));
        }
        return reasons.stream();
    }

    /** What was agreed with a party counts from the delivery; production delivers nothing, and who picks for whom is judged when it ships. */
    private static Optional<Party> agreedWith(Optional<Party> party, Purpose purpose) {
        return purpose == Purpose.PRODUCTION || purpose == Purpose.PICKING ? Optional.empty() : party;
    }

    private static Optional<Violation> againstExpiry(
            LotKey lot, LocalDate expiry, Optional<Party> party, LocalDate date) {
        long remaining = ChronoUnit.DAYS.between(date, expiry);
        if (remaining < 0) {
            return violation(
                    "LOT_EXPIRED", "lot " + lot + " expires on " + expiry + ", before " + date + "; take another lot");
        }
        return party.filter(p -> remaining < p.profile().minimumRemainingShelfLifeDays())
                .flatMap(p -> violation(
                        "SHELF_LIFE_TOO_SHORT",
                        "lot " + lot + " expires on " + expiry + ", "
                                + remaining + " days after " + date + ", but " + p.id() + " takes no less than "
                                + p.profile().minimumRemainingShelfLifeDays() + " days; take a fresher lot"));
    }

    private static Optional<Violation> violation(String code, String message) {
        return Optional.of(new Violation(code, FIELD, message));
    }
}
