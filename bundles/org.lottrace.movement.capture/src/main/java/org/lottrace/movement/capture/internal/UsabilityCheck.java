package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;

/** Asks for every line whether its goods may be used where they are. Ask under the lock of the items, or a hold may come in between. */
final class UsabilityCheck {
    private final LotUsability usability;

    UsabilityCheck(LotUsability usability) {
        this.usability = usability;
    }

    void check(List<Goods> goods, Purpose purpose, Optional<Party> party, LocalDate date, Findings findings) {
        Map<LotKey, Usability> answers = usability.usabilityOf(Goods.lotsOf(goods), purpose, party, date);
        goods.forEach(line -> findings.addAll(
                answers.get(line.lot().key()).at(line.position()).reasons(),
                line.path().then("lot")));
    }
}
