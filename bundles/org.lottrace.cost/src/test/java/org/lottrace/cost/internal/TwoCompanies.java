package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.UnrealisedProfit;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.seal.Tampering;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Berlin belongs to the bakery, whose books are in euros; Potsdam to a company that keeps its own in dollars. */
class TwoCompanies {
    static final PartyId BAKERY_US = new PartyId("BAKERY-US");
    static final Caller CONTROLLER = new Caller("controller", Set.of(Role.CONTROLLER), Optional.empty());
    static final LotKey LOT = aLot("L1").key();
    static final DocumentReference ORDER = new DocumentReference(DocumentType.PRODUCTION_ORDER, "MO1");

    final TestDatabase database = TestDatabase.h2().withBakery();
    final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);

    TwoCompanies twoCompanies() {
        return twoCompanies("USD");
    }

    /** @param currency of the books of Potsdam */
    TwoCompanies twoCompanies(String currency) {
        PartyBuilder other = PartyBuilder.aParty(BAKERY_US.value()).as(PartyRole.COMPANY);
        database.unitOfWork().run(() -> database.parties().save(other.build()));
        database.unitOfWork().run(() -> database.sites().save(potsdamOf(BAKERY_US)));
        assertTrue(open(BAKERY_US, currency) instanceof Outcome.Done);
        database.unitOfWork().run(() -> database.purchaseOrders()
                .save(aPurchaseOrder("P1").ordering(FLOUR, "1000 KGM", "2.00").build()));
        return this;
    }

    TwoCompanies priced(String price) {
        rate("0.80");
        return price(price, TODAY.minus(Period.ofDays(30)));
    }

    List<UnrealisedProfit> profits(Optional<PartyId> books) {
        return company.service(Companies.class).unrealisedProfit(books, Optional.empty(), 100);
    }

    static TraceEvent consumed(String id, SiteId site) {
        return anEvent(id, EventType.CONSUME)
                .of(ORDER.type(), ORDER.number())
                .moving(LOT, "10 KGM", Place.location(site, SHELF), Place.productionOrder(ORDER))
                .build();
    }

    static TraceEvent made(String id, SiteId site, LotKey output) {
        return anEvent(id, EventType.PRODUCE)
                .of(ORDER.type(), ORDER.number())
                .moving(LOT, "10 KGM", Place.productionOrder(ORDER), Place.transformation(site))
                .making(output, LOT, "10 KGM")
                .moving(output, "10 PCE", Place.transformation(site), Place.location(site, SHELF))
                .build();
    }

    static TraceEvent toPotsdam(String id, String quantity) {
        return anEvent(id, EventType.TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, id)
                .moving(LOT, quantity, Bakery.in(SHELF), Place.location(POTSDAM, SHELF))
                .build();
    }

    static TraceEvent fromPotsdam(String id, String quantity) {
        return anEvent(id, EventType.SHIP)
                .of(DocumentType.SHIPMENT, id)
                .moving(
                        LOT,
                        quantity,
                        Position.at(Place.location(POTSDAM, SHELF)),
                        Position.at(new Place.Outside(Bakery.MARKET)),
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1))
                .build();
    }

    static Site potsdamOf(PartyId owner) {
        Site site = Bakery.sites().stream()
                .filter(one -> one.id().equals(POTSDAM))
                .findFirst()
                .orElseThrow();
        return new Site(
                site.id(),
                owner,
                site.name(),
                site.gln(),
                site.zone(),
                site.productionDayStart(),
                site.lotNumberTemplate(),
                site.locations());
    }

    Outcome<CompanyBooks> open(PartyId owner, String currency) {
        return company.service(Companies.class).open(CONTROLLER, new BooksOpening(owner, currency, ""));
    }

    void rate(String euros) {
        done(company.service(CostEntries.class)
                .recordRates(new ExchangeRates(
                        aContext("rate-" + euros).in(BERLIN).request(),
                        "ECB",
                        List.of(new ExchangeRates.Rate(TODAY, "USD", new BigDecimal(euros))))));
    }

    TwoCompanies price(String price, LocalDate from) {
        return price(price, from, COMPANY, BAKERY_US);
    }

    TwoCompanies price(String price, LocalDate from, PartyId seller, PartyId buyer) {
        String[] words = price.split(" ");
        done(company.service(CostEntries.class)
                .recordTransferPrices(new TransferPrices(
                        aContext("price-" + price.replace(" ", "") + from + seller)
                                .in(BERLIN)
                                .request(),
                        seller,
                        buyer,
                        List.of(new TransferPrices.Agreed(
                                FLOUR,
                                new UnitPrice(new BigDecimal(words[0]), words[1], new UnitOfMeasure("KGM")),
                                from)))));
        return this;
    }

    static void done(Outcome<?> outcome) {
        assertTrue(outcome instanceof Outcome.Done, outcome.toString());
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome.fold(done -> List.<String>of(), already -> List.<String>of(), violations -> violations.stream()
                .map(violation -> violation.code())
                .distinct()
                .toList());
    }

    void record(TraceEvent... events) {
        for (TraceEvent event : events) {
            database.unitOfWork().run(() -> append(event));
        }
    }

    void append(TraceEvent event) {
        event.lines().stream().map(EventLine::lot).distinct().forEach(lot -> {
            if (database.lots().find(lot).isEmpty()) {
                database.lots()
                        .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            }
        });
        long position = database.ledger().lockHead().position() + 1;
        database.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
    }

    <T> T in(Optional<PartyId> books, Supplier<T> work) {
        return CurrentBooks.of(books, work);
    }

    List<JournalEntry> entries(Optional<PartyId> books) {
        return in(books, () -> company.service(LotCosting.class).journal(0, 1_000));
    }

    /** Books all events again. */
    void booksAnew() {
        List.of("journal_line", "journal_entry", "lot_cost", "cost_layer", "follower")
                .forEach(table -> database.sql("delete from " + table));
        company.service(LotCosting.class).progress();
    }

    List<JournalEntry> all() {
        return CurrentBooks.ofAll(() -> company.service(LotCosting.class).journal(0, 1_000));
    }

    Map<String, String> balances(Optional<PartyId> books) {
        Map<String, Money> sums = new TreeMap<>();
        entries(books).stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> sums.merge(line.account().code(), line.amount(), Money::plus));
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((account, sum) -> {
            if (!sum.isZero()) {
                texts.put(account, sum.getAmount().toPlainString());
            }
        });
        return texts;
    }

    String left(Optional<PartyId> books) {
        return left(books, LOT);
    }

    String left(Optional<PartyId> books, LotKey lot) {
        CostedQuantity left = in(books, () -> company.service(LotCosting.class).costOf(lot))
                .orElseThrow()
                .onStock();
        return left.quantity() + " " + left.value();
    }

    String value(Optional<PartyId> books) {
        return in(books, () -> company.service(LotCosting.class).inventoryValue())
                .map(value -> value.getAmount().toPlainString())
                .orElse("0.00");
    }

    void assertNothingDiffers() {
        company.service(LotCosting.class).progress();
        assertTrue(company.service(LedgerProjections.class).rebuild("stock") instanceof Outcome.Done);
        List<Tampering> found = new ArrayList<>(
                database.unitOfWork().required(() -> company.database().seals().notDerived(100)));
        assertEquals(List.of(), found);
    }
}
