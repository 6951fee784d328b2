package org.lottrace.console.web.internal.unit;

import java.time.ZoneId;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.desk.PastDays;
import org.lottrace.console.web.internal.desk.Slice;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Who had what is in a logistic unit, from its origin to its consignee, now or as it was at the end of a day.
 *
 * @param zone whose days they are
 * @param steps in the order in which it happened
 */
public record CustodyView(
        Sscc unit,
        PastDays days,
        ZoneId zone,
        Slice<LotKey> lots,
        Slice<CustodyStep> steps,
        Slice<Whereabouts> where,
        long position) {
    private static final int AT_A_TIME = 50;

    /** @throws org.lottrace.api.id.InvalidIdentifierException if a day cannot be read */
    static Answer of(Sscc unit, Visit visit) {
        PastDays days = PastDays.of(visit.parameters());
        ChainOfCustody chain =
                visit.as(Genealogy.class).custody(unit, days.isAsked() ? days.asOf(visit.zone()) : AsOf.LATEST);
        return Answer.html(
                "unit/custody.jte",
                new CustodyView(
                        unit,
                        days,
                        visit.zone(),
                        Slice.of(chain.lots(), visit, "lot", AT_A_TIME),
                        Slice.of(chain.steps(), visit, "from", AT_A_TIME),
                        Slice.of(chain.now(), visit, "where", AT_A_TIME),
                        chain.ledgerPosition()));
    }
}
