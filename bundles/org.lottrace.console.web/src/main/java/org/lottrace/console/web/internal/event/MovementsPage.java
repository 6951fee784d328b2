package org.lottrace.console.web.internal.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.trace.TypedLots;

/** What moved, line by line, the newest first: by lot, item, unit, site, party, document, kind, actor and days; as a file, too. */
public final class MovementsPage implements Page {
    private static final int AT_A_TIME = 50;
    private static final String AFTER = "after";

    /**
     * @param entered what the filter was filled in with
     * @param zone whose days are meant
     * @param next address of the next page, absent at the beginning of the ledger
     * @param isFiltered not every movement is wanted, so that a page without one may have a next one
     * @param file address of the file with all that fits
     * @param unknown a text that names no lot; empty: none
     * @param meant lots that the text can mean, each with the address that asks for it instead
     */
    public record View(
            Parameters entered,
            String zone,
            List<MovementLine> lines,
            Optional<String> next,
            boolean isFiltered,
            String file,
            String unknown,
            List<Meant> meant) {}

    /** A lot and the address of this page about it. */
    public record Meant(LotKey lot, String address) {}

    @Override
    public String path() {
        return "movements";
    }

    @Override
    public String needs() {
        return "event.list-movements";
    }

    /** @return the address of the movements of that lot, order or unit, and the like */
    public static String link(Object... namesAndValues) {
        return Address.to("movements", namesAndValues);
    }

    @Override
    public Answer show(Visit visit) {
        boolean isFile = visit.address().rest().equals(List.of("movements.csv"));
        if (!visit.address().rest().isEmpty() && !isFile) {
            return Answer.NOT_FOUND;
        }
        String typed = visit.parameters().text("lot");
        TypedLots lots = TypedLots.of(typed, visit);
        if (!typed.isEmpty() && lots.keys().size() != 1) {
            return Answer.html("event/movements.jte", unclear(visit, lots));
        }
        MovementFilter filter = EnteredMovements.of(visit, lots.keys().stream().findFirst());
        MovementList movements = visit.as(MovementList.class);
        return isFile
                ? new Answer.Download(
                        "movements.csv", "text/csv;charset=utf-8", new MovementsFile(movements, filter)::writeTo)
                : Answer.html("event/movements.jte", found(visit, filter, movements));
    }

    private static View found(Visit visit, MovementFilter filter, MovementList movements) {
        Parameters entered = visit.parameters();
        MovementPage page = movements.list(filter, entered.given(AFTER).map(MovementPlace::parse), AT_A_TIME);
        return new View(
                entered,
                EnteredMovements.zone(visit).getId(),
                page.lines(),
                page.next().map(next -> address(entered, AFTER, next)),
                !filter.equals(MovementFilter.NONE),
                Address.to("movements/movements.csv", entered.except(AFTER).toArray()),
                "",
                List.of());
    }

    /** One lot is meant, and the text means none or several. */
    private static View unclear(Visit visit, TypedLots typed) {
        List<LotKey> all = new ArrayList<>(typed.keys());
        typed.several().forEach(several -> several.lots().stream().map(Lot::key).forEach(all::add));
        return new View(
                visit.parameters(),
                EnteredMovements.zone(visit).getId(),
                List.of(),
                Optional.empty(),
                true,
                "",
                all.isEmpty() ? visit.parameters().text("lot") : "",
                all.stream()
                        .map(lot -> new Meant(lot, address(visit.parameters(), "lot", lot)))
                        .toList());
    }

    private static String address(Parameters entered, String name, Object value) {
        List<Object> parameters = new ArrayList<>(entered.except(AFTER, name));
        parameters.addAll(List.of(name, value));
        return Address.to("movements", parameters.toArray());
    }
}
