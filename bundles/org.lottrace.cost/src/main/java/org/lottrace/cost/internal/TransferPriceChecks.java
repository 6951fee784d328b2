package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is wrong with a list of transfer prices. */
final class TransferPriceChecks {
    private static final String PRICE_WRONG = "PRICE_WRONG";

    private final ItemStore items;
    private final PartyStore parties;

    TransferPriceChecks(ItemStore items, PartyStore parties) {
        this.items = items;
        this.parties = parties;
    }

    List<TransferPriceLists.Agreed> check(TransferPrices said, List<Violation> found) {
        company(said.seller(), "seller", found);
        company(said.buyer(), "buyer", found);
        if (said.seller().equals(said.buyer())) {
            found.add(new Violation(
                    PRICE_WRONG,
                    "buyer",
                    "goods that stay with " + said.buyer() + " have no transfer price: name another company"));
        }
        if (said.prices().isEmpty()) {
            found.add(new Violation("LINES_MISSING", "prices", "a list without prices says nothing: add one"));
        }
        if (said.prices().size() > TransferPrices.MOST) {
            found.add(new Violation(
                    PRICE_WRONG,
                    "prices",
                    "these are " + said.prices().size() + " prices: record at most " + TransferPrices.MOST
                            + " at once"));
            return List.of();
        }
        List<TransferPriceLists.Agreed> agreed = new ArrayList<>();
        Set<Line> seen = new HashSet<>();
        for (int i = 0; i < said.prices().size(); i++) {
            TransferPrices.Agreed line = said.prices().get(i);
            ViolationPath path = ViolationPath.of("prices", i + 1);
            agreed(line, path, found).ifPresent(agreed::add);
            if (!seen.add(new Line(line.item(), line.from()))) {
                found.add(new Violation(
                        PRICE_WRONG,
                        path,
                        "item " + line.item() + " has a price from " + line.from() + " on already: leave one out"));
            }
        }
        return agreed;
    }

    private record Line(ItemNumber item, LocalDate from) {}

    private void company(PartyId company, String field, List<Violation> found) {
        if (parties.find(company)
                .filter(party -> party.roles().contains(PartyRole.COMPANY))
                .isEmpty()) {
            found.add(new Violation(
                    "COMPANY_UNKNOWN",
                    field,
                    "party " + company + " is no known company: save it first, with the role COMPANY"));
        }
    }

    private Optional<TransferPriceLists.Agreed> agreed(
            TransferPrices.Agreed line, ViolationPath path, List<Violation> found) {
        if (!isCurrency(line.price().currency())) {
            found.add(new Violation(
                    PRICE_WRONG,
                    path.then("price"),
                    "\"" + line.price().currency() + "\" is no ISO 4217 code of a currency, such as USD"));
        }
        Optional<Item> item = items.find(line.item());
        if (item.isEmpty()) {
            found.add(new Violation(
                    "ITEM_UNKNOWN", path.then("item"), "item " + line.item() + " is unknown: save it first"));
            return Optional.empty();
        }
        try {
            return Optional.of(new TransferPriceLists.Agreed(
                    line.from(),
                    line.price(),
                    item.get().baseUnitsIn(line.price().per()),
                    line.item()));
        } catch (UnitMismatchException unknown) {
            found.add(new Violation(
                    "UNIT_UNKNOWN",
                    path.then("price"),
                    "item " + line.item() + " has no unit " + line.price().per()
                            + ": state the price for one of its units, or save the item with that unit"));
            return Optional.empty();
        }
    }

    static boolean isCurrency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code)).isPresent();
        } catch (IllegalCurrencyException unknown) {
            return false;
        }
    }
}
