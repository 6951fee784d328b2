package org.lottrace.console.web.internal.partners;

import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Partners and what is exchanged with them: parties, interchanges with their problems in place, a check of files, their mappings, what is announced, scores, third-party warehouses. */
public final class PartnersPage implements Page {
    @Override
    public String path() {
        return "partners";
    }

    @Override
    public String needs() {
        return "party.list";
    }

    @Override
    public String icon() {
        return "partners";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> Parties.show(visit);
            case "party" -> Parties.one(visit);
            case "interchanges" -> InterchangeLog.show(visit);
            case "interchange" -> InterchangeLog.one(visit);
            case "check" -> FileCheck.show(visit);
            case "mappings" -> Mappings.show(visit);
            case "mapping" -> Mappings.one(visit);
            case "expected" -> Expected.show(visit);
            case "scores" -> Scores.show(visit);
            case "third-party" -> ThirdParties.show(visit);
            default -> Answer.NOT_FOUND;
        };
    }

    @Override
    public Answer change(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "check" -> FileCheck.check(visit);
            case "interchange" -> InterchangeLog.release(visit);
            case "mapping" -> Mappings.change(visit);
            case "third-party" -> ThirdParties.change(visit);
            default -> Answer.NOT_ALLOWED_HERE;
        };
    }
}
