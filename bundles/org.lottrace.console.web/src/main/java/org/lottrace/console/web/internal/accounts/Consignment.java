package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.cost.CogsQuestion;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.ConsignmentTakeOver;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Goods on consignment by supplier: what was used in some days and is owed, what lies here, and the form that takes it over. */
public final class Consignment {
    private static final int AT_A_TIME = 50;
    private static final int AT_A_TIME_IN_A_FILE = 500;
    private static final int USUAL_DAYS = 31;
    private static final String PATH = "accounts/consignment";
    private static final String FORM = "accounts/consignment-edit.jte";
    private static final List<String> NAMES = List.of("id", "number", "lots", "site");

    private Consignment() {}

    /**
     * @param asked for what
     * @param used a page of it
     * @param moreUsed address of the next page of what was used, absent on the last one
     * @param here a page of what lies here
     * @param moreHere address of the next page of it, absent on the last one
     */
    public record View(
            CostingProgress progress,
            Asked asked,
            List<ConsignmentUse> used,
            Optional<String> moreUsed,
            List<ConsignedGoods> here,
            Optional<String> moreHere) {
        /** @return address of a file with the same */
        public String file(String name) {
            return Address.to(PATH + "/" + name, "from", asked.from(), "to", asked.to(), "supplier", asked.supplier());
        }
    }

    /**
     * @param from first day of use
     * @param to last day of use
     * @param supplier only of this one; blank for all
     */
    public record Asked(LocalDate from, LocalDate to, String supplier) {
        static Asked of(Visit visit) {
            LocalDate to = day(visit, "to")
                    .orElseGet(() -> visit.now().atZone(visit.zone()).toLocalDate());
            LocalDate from = day(visit, "from").orElse(to.minusDays(USUAL_DAYS));
            if (CogsQuestion.isTooLong(from, to)) {
                from = to.minusDays(CogsQuestion.MOST_DAYS - 1L);
            }
            return new Asked(from, to, visit.parameters().text("supplier").trim());
        }

        Optional<PartyId> party() {
            try {
                return Optional.of(supplier).filter(text -> !text.isEmpty()).map(PartyId::new);
            } catch (IllegalArgumentException noParty) {
                return Optional.empty();
            }
        }
    }

    /** A form. */
    public record Form(CostingProgress progress, Fields fields) {}

    static Answer show(Visit visit) {
        Asked asked = Asked.of(visit);
        int usedBefore = skipped(visit, "used-after");
        int hereBefore = skipped(visit, "here-after");
        Consignments consignments = visit.as(Consignments.class);
        List<ConsignmentUse> used =
                consignments.used(asked.from(), asked.to(), asked.party(), usedBefore, AT_A_TIME + 1);
        List<ConsignedGoods> here = consignments.here(asked.party(), hereBefore, AT_A_TIME + 1);
        return Answer.html(
                "accounts/consignment.jte",
                new View(
                        AccountsPage.progress(visit),
                        asked,
                        first(used),
                        next(used, asked, "used-after", usedBefore),
                        first(here),
                        next(here, asked, "here-after", hereBefore)));
    }

    private static <T> List<T> first(List<T> found) {
        return found.subList(0, Math.min(AT_A_TIME, found.size()));
    }

    private static Optional<String> next(List<?> found, Asked asked, String parameter, int before) {
        return found.size() <= AT_A_TIME
                ? Optional.empty()
                : Optional.of(Address.to(
                        PATH,
                        "from",
                        asked.from(),
                        "to",
                        asked.to(),
                        "supplier",
                        asked.supplier(),
                        parameter,
                        before + AT_A_TIME));
    }

    private static int skipped(Visit visit, String parameter) {
        return visit.parameters()
                .given(parameter)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<LocalDate> day(Visit visit, String name) {
        return visit.parameters().given(name).flatMap(text -> {
            try {
                return Optional.of(TextForms.read(LocalDate.class, text));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }

    /** The first page is asked for before the file begins: when the books cannot answer, a page says so instead. */
    static Answer usedFile(Visit visit) {
        Asked asked = Asked.of(visit);
        Consignments consignments = visit.as(Consignments.class);
        List<ConsignmentUse> first = consignments.used(asked.from(), asked.to(), asked.party(), 0, AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "consignment-used-" + asked.from() + "-" + asked.to(),
                "Used of consignment",
                List.of("Day", "Event", "Document", "Supplier", "Order", "Line", "Lot", "Quantity", "Owed", "Currency"),
                rows -> {
                    List<ConsignmentUse> page = first;
                    for (int skip = AT_A_TIME_IN_A_FILE; !page.isEmpty(); skip += AT_A_TIME_IN_A_FILE) {
                        for (ConsignmentUse use : page) {
                            rows.row(
                                    use.day(),
                                    use.event().value(),
                                    use.document().toString(),
                                    use.supplier().map(PartyId::value).orElse(""),
                                    use.orderLine()
                                            .map(line -> line.order().number())
                                            .orElse(""),
                                    use.orderLine().map(line -> line.line()),
                                    use.lot().toString(),
                                    use.quantity().toString(),
                                    use.value(),
                                    use.value().getCurrencyUnit().getCode());
                        }
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : consignments.used(asked.from(), asked.to(), asked.party(), skip, AT_A_TIME_IN_A_FILE);
                    }
                });
    }

    static Answer hereFile(Visit visit) {
        Asked asked = Asked.of(visit);
        Consignments consignments = visit.as(Consignments.class);
        List<ConsignedGoods> first = consignments.here(asked.party(), 0, AT_A_TIME_IN_A_FILE);
        return BooksSheet.of(
                visit,
                "consignment-here",
                "On consignment",
                List.of("Supplier", "Order", "Line", "Lot", "Since", "Quantity", "Value", "Currency"),
                rows -> {
                    List<ConsignedGoods> page = first;
                    for (int skip = AT_A_TIME_IN_A_FILE; !page.isEmpty(); skip += AT_A_TIME_IN_A_FILE) {
                        for (ConsignedGoods goods : page) {
                            rows.row(
                                    goods.supplier().map(PartyId::value).orElse(""),
                                    goods.orderLine()
                                            .map(line -> line.order().number())
                                            .orElse(""),
                                    goods.orderLine().map(line -> line.line()),
                                    goods.lot().toString(),
                                    goods.since(),
                                    goods.quantity().toString(),
                                    goods.value(),
                                    goods.value().getCurrencyUnit().getCode());
                        }
                        page = page.size() < AT_A_TIME_IN_A_FILE
                                ? List.of()
                                : consignments.here(asked.party(), skip, AT_A_TIME_IN_A_FILE);
                    }
                });
    }

    static Answer form(Visit visit) {
        return Answer.html(
                FORM,
                new Form(
                        AccountsPage.progress(visit),
                        Fields.empty(visit.texts()).with("id", UUID.randomUUID())));
    }

    static Answer save(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<EventId> id = fields.needed("id", EventId::new);
        Optional<SiteId> site = fields.needed("site", SiteId::new);
        Optional<List<ConsignmentTakeOver.Line>> lots = fields.needed("lots", Consignment::read);
        if (fields.areRight()) {
            fields.refused(visit.as(CostEntries.class)
                    .takeOver(new ConsignmentTakeOver(
                            visit.recording(id.orElseThrow(), site.orElseThrow()),
                            fields.text("number"),
                            lots.orElseThrow()))
                    .violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(PATH));
            }
        }
        return Answer.refused(FORM, new Form(AccountsPage.progress(visit), fields));
    }

    private static List<ConsignmentTakeOver.Line> read(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(String::trim)
                .map(Consignment::line)
                .toList();
    }

    private static ConsignmentTakeOver.Line line(String line) {
        String[] words = line.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException("\"" + line + "\": MILL/FLOUR/L1 100 KGM");
        }
        return new ConsignmentTakeOver.Line(
                LotKey.parse(words[0]), TextForms.read(Quantity.class, words[1] + ":" + words[2]));
    }
}
