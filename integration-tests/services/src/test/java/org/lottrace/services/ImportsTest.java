package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.ImportReport;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Files of another system, imported through all services on each database. */
class ImportsTest {
    private static final Caller CLERK = new Caller("clerk", Set.of(Role.MASTER_DATA, Role.CONTROLLER, Role.RECEIVER));

    private static final String ITEMS = """
            number,description,type,baseUnit,packUnits.unit,packUnits.baseUnits,shelfLifeDays,segregation.classes,profile.counting,profile.catchWeightPercent
            SUGAR,White sugar,RAW_MATERIAL,KGM,BG,25,,,,
            SUGAR,,,,PL,1000,,,,
            NUTS,Hazelnuts,RAW_MATERIAL,KGM,,,180,NUTS; TREE,CATCH_WEIGHT,15
            """;
    private static final String PARTIES = """
            id;name;roles;address.city;email;profile.minimumRemainingShelfLifeDays
            GROCER;The grocer;CUSTOMER;Potsdam;qa@grocer.example;7
            FARM;The farm;SUPPLIER, CARRIER;;;
            """;
    private static final String SITES = """
            id,company,name,zone,productionDayStart,lotNumberTemplate,locations.id,locations.type
            HAM,BAKERY,Hamburg,Europe/Berlin,06:00,{yyyy}-{seq:4},H-01,STORAGE
            HAM,BAKERY,Hamburg,Europe/Berlin,06:00,{yyyy}-{seq:4},H-02,PICKING
            """;
    private static final String PURCHASES = """
            number,supplier,site,lines.number,lines.item,lines.quantity.amount,lines.quantity.unit,lines.price.amount,lines.price.currency,lines.price.per,lines.consignment
            PO-9,MILL,BER,10,FLOUR,40,BG,0.80,EUR,KGM,
            PO-9,MILL,BER,20,SALT,100,KGM,0.35,EUR,KGM,no
            PO-10,MILL,BER,10,FLOUR,4,BG,0.80,EUR,KGM,yes
            """;
    private static final String PRODUCTIONS = """
            number,site,date,workCentre,lines.number,lines.role,lines.item,lines.quantity.amount,lines.quantity.unit,lines.scrapPercent,lines.costShare
            FA-9,BER,2026-03-09,2,10,MAIN_PRODUCT,BREAD,100,CS,,100
            FA-9,BER,2026-03-09,2,20,COMPONENT,FLOUR,40,BG,2.5,
            """;
    private static final String SALES = """
            number,customer,customerOrder,shipFrom,deliveryDate,lines.number,lines.item,lines.quantity.amount,lines.quantity.unit
            SO-9,MARKET,45001,BER,2026-03-09,1,BREAD,10,CS
            SO-9,MARKET,45001,BER,2026-03-09,2,BREAD,5,C62
            """;
    private static final String STOCK = """
            site,countSheet,countedAt,location,item,issuer,lot,productionDate,expiry,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per
            BER,INV-1,2026-03-01 18:00,A-01,FLOUR,MILL,L1,,2026-12-31,40,BG,0.80,EUR,KGM
            BER,INV-1,2026-03-01 18:00,P-01,FLOUR,MILL,L1,,2026-12-31,2,BG,0.80,EUR,KGM
            BER,INV-1,2026-03-01 18:00,A-01,BREAD,,B1,2026-02-28,,120,C62,1.25,EUR,C62
            POT,INV-2,2026-03-01,A-01,SALT,MILL,S1,,,500,KGM,0.35,EUR,KGM
            """;

    private static final String WAREHOUSE_REPORTS = """
            number,kind,warehouse,from,about,at,lines.item,lines.lot,lines.quantity.amount,lines.quantity.unit,lines.location,lines.condition
            T-9,TRANSFER_SHIPMENT,POT,BER,,2026-03-02T06:00:00Z,FLOUR,L1,4,BG,A-01,
            R-9,TRANSFER_RECEIPT,POT,,T-9,2026-03-02T07:00:00Z,FLOUR,L1,3,BG,,
            R-9,TRANSFER_RECEIPT,POT,,T-9,2026-03-02T07:00:00Z,FLOUR,L1,1,BG,,DAMAGED
            """;

    private TestCompany company;

    enum On {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        On(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    private void open(On on) {
        company = TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK);
    }

    @AfterEach
    void end() {
        company.close();
    }

    @ParameterizedTest
    @EnumSource
    void every_subject_comes_in_once_as_its_dry_run_has_said(On on) {
        open(on);
        assertComesInOnce(ImportSubject.ITEMS, ITEMS, 2);
        assertComesInOnce(ImportSubject.PARTIES, PARTIES, 2);
        assertComesInOnce(ImportSubject.SITES, SITES, 1);
        assertComesInOnce(ImportSubject.PURCHASE_ORDERS, PURCHASES, 2);
        assertComesInOnce(ImportSubject.SALES_ORDERS, SALES, 1);
        assertComesInOnce(ImportSubject.PRODUCTION_ORDERS, PRODUCTIONS, 1);
        assertComesInOnce(ImportSubject.OPENING_STOCK, STOCK, 4);
        assertEquals(
                List.of(),
                company.service(ThirdPartyWarehouses.class)
                        .save(new ThirdPartyWarehouse(
                                Bakery.POTSDAM, Bakery.MARKET, Bakery.SHELF, Bakery.SHELF, 0, 0)));
        assertComesInOnce(ImportSubject.STOCK_DOCUMENTS, WAREHOUSE_REPORTS, 2);

        company.service(LotCosting.class).progress(); // whoever records a cost books what is there first
        assertComesInOnce(
                ImportSubject.EXCHANGE_RATES,
                "source,day,currency,factor\nECB,2026-02-02,USD,0.92\nECB,2026-02-02,CHF,1.0600\n",
                2);

        Item sugar =
                company.service(ItemCatalog.class).find(new ItemNumber("SUGAR")).orElseThrow();
        assertEquals(
                "[BG, PL]",
                sugar.packUnits().stream()
                        .map(one -> one.unit().code())
                        .toList()
                        .toString());
        assertEquals(
                Optional.of(15),
                company.service(ItemCatalog.class)
                        .find(new ItemNumber("NUTS"))
                        .orElseThrow()
                        .profile()
                        .catchWeightPercent());
        Party farm = company.service(PartnerDirectory.class)
                .find(new PartyId("FARM"))
                .orElseThrow();
        assertEquals(2, farm.roles().size());
        assertEquals("standard", farm.profile().mapping());
        Site hamburg =
                company.service(SiteDirectory.class).find(new SiteId("HAM")).orElseThrow();
        assertEquals(2, hamburg.locations().size());
        assertEquals(
                List.of("40 BG", "100 KGM"),
                company.service(PurchaseOrders.class).find("PO-9").orElseThrow().lines().stream()
                        .map(line -> line.quantity().toString())
                        .toList());
        assertEquals(
                2,
                company.service(SalesOrders.class)
                        .find("SO-9")
                        .orElseThrow()
                        .lines()
                        .size());
    }

    private void assertComesInOnce(ImportSubject subject, String csv, int things) {
        String nothing = contents();
        ImportReport promised = check(subject, csv);
        assertEquals(List.of(), promised.problems());
        assertEquals(nothing, contents(), "a dry run writes nothing");

        Outcome<ImportReport> done = run(subject, csv);

        assertTrue(done instanceof Outcome.Done, done::toString);
        assertEquals(promised, done.toOptional().orElseThrow());
        assertEquals(things, promised.added());
        String written = contents();
        Outcome<ImportReport> again = run(subject, csv);
        assertTrue(again instanceof Outcome.AlreadyDone, again::toString);
        assertEquals(things, again.toOptional().orElseThrow().unchanged());
        assertEquals(written, contents(), "the same file again writes nothing");
    }

    @ParameterizedTest
    @EnumSource
    void opening_stock_has_its_lots_their_expiry_and_what_they_are_worth(On on) {
        open(on);

        run(ImportSubject.OPENING_STOCK, STOCK).toOptional().orElseThrow();

        LotKey bread = new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber("B1"));
        LotKey flour = new LotKey(Bakery.MILL, Bakery.FLOUR, new LotNumber("L1"));
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 10)),
                company.service(LotMaster.class).find(bread).orElseThrow().expiry());
        assertEquals(
                List.of("1000 KGM", "50 KGM"),
                company.service(StockOnHand.class).ofLot(flour).stream()
                        .map(balance -> balance.quantity().toString())
                        .toList());
        assertEquals(
                "EUR 840.00",
                company.service(LotCosting.class)
                        .costOf(flour)
                        .orElseThrow()
                        .value()
                        .toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_list_of_exchange_rates_records_what_is_new_and_says_every_row_that_is_wrong(On on) {
        open(on);
        run(ImportSubject.EXCHANGE_RATES, "source,day,currency,factor\nECB,2026-02-02,USD,0.92\n")
                .toOptional()
                .orElseThrow();

        ImportReport more = run(
                        ImportSubject.EXCHANGE_RATES,
                        "source,day,currency,factor\nECB,2026-02-02,USD,0.93\nECB,2025-02-02,USD,0.95\n")
                .toOptional()
                .orElseThrow();
        ImportReport wrong = check(
                ImportSubject.EXCHANGE_RATES,
                "source,day,currency,factor\nECB,2026-02-02,XXQ,1\nECB,2026-02-02,EUR,1\nECB,2099-01-01,USD,0\n");

        assertEquals(List.of(2, 0), List.of(more.added(), more.unchanged()));
        assertEquals(
                List.of("2 currency RATE_WRONG", "3 currency RATE_WRONG", "4 factor RATE_WRONG", "4 day RATE_WRONG"),
                wrong.problems().stream()
                        .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                        .toList());
        LocalDate day = LocalDate.of(2026, 2, 2);
        assertEquals(
                List.of("0.92", "0.93"),
                company.service(CostHistory.class).rates(Optional.of("USD"), day, day, 0, 10).stream()
                        .map(rate -> rate.factor().toPlainString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void opening_stock_that_was_taken_back_comes_in_again_under_another_id(On on) {
        open(on);
        run(ImportSubject.OPENING_STOCK, STOCK);
        RecordedEvent first = company.service(Ledger.class).after(0, 10).stream()
                .filter(event -> event.event().context().site().equals(Bakery.POTSDAM))
                .findFirst()
                .orElseThrow();
        assertTrue(
                company.service(Corrections.class)
                                .reverse(new org.lottrace.api.movement.Reversal(
                                        new CaptureContext(
                                                new EventId("oops"),
                                                Bakery.NOW,
                                                Optional.empty(),
                                                "boss",
                                                "",
                                                "",
                                                Bakery.POTSDAM,
                                                CaptureSource.CONSOLE,
                                                Optional.of(org.lottrace.api.event.Basis.REQUESTED)),
                                        first.event().id(),
                                        "wrong site",
                                        false))
                        instanceof Outcome.Done,
                "reversed");

        ImportReport again =
                run(ImportSubject.OPENING_STOCK, STOCK).toOptional().orElseThrow();

        assertEquals(1, again.added());
        assertEquals(3, again.unchanged());
        assertEquals(
                1,
                company.service(StockOnHand.class)
                        .ofLot(new LotKey(Bakery.MILL, Bakery.SALT, new LotNumber("S1")))
                        .size());
    }

    @ParameterizedTest
    @EnumSource
    void a_file_tells_what_it_changes_and_keeps_what_it_does_not_speak_of(On on) {
        open(on);

        String csv = "number,description,type,baseUnit\nFLOUR,Flour type 550,RAW_MATERIAL,KGM\nSALT,"
                + Bakery.item(Bakery.SALT).description() + ",RAW_MATERIAL,KGM\n";
        ImportReport report = run(ImportSubject.ITEMS, csv).toOptional().orElseThrow();

        assertEquals(List.of(0, 1, 1), List.of(report.added(), report.changed(), report.unchanged()));
        assertEquals(
                List.of("2 FLOUR description " + Bakery.item(Bakery.FLOUR).description() + " -> Flour type 550"),
                report.changes().stream()
                        .map(one -> one.row() + " " + one.key() + " " + one.field() + " " + one.before() + " -> "
                                + one.after())
                        .toList());
        Item flour = company.service(ItemCatalog.class).find(Bakery.FLOUR).orElseThrow();
        assertEquals(Bakery.item(Bakery.FLOUR).packUnits(), flour.packUnits());
        assertEquals(Bakery.item(Bakery.FLOUR).shelfLifeDays(), flour.shelfLifeDays());
    }

    @ParameterizedTest
    @EnumSource
    void every_problem_stands_at_its_row_and_column_and_nothing_is_written(On on) {
        open(on);
        String before = contents();

        String csv = """
                number;supplier;site;lines.number;lines.item;lines.quantity.amount;lines.quantity.unit;lines.price.amount;lines.price.currency;lines.price.per;colour
                PO-9;MILL;BER;10;FLOUR;40;BG;0.80;EUR;KGM;red
                PO-9;MARKET;BER;20;FLOUR;x;BG;0.80;EUR;KGM;
                PO-10;MARKET;BER;10;FLOUR;4;BG;0.80;EUR;KGM;
                PO-11;MILL;BER;10;FLOUR;4;PL;0.80;EUR;KGM;
                PO-11;MILL;BER;10;NONE;4;BG;0.80;EUR;KGM;
                ;MILL;BER;x;FLOUR;4;BG;0.80;EUR;KGM;
                PO-12;MILL;;10;FLOUR;4;BG;-1;EUR;KGM;
                """;
        ImportReport report = check(ImportSubject.PURCHASE_ORDERS, csv);

        assertEquals("""
                3 supplier MARKET ROWS_DISAGREE
                3 lines.quantity.amount x VALUE_WRONG
                4 supplier MARKET SUPPLIER_UNKNOWN
                5 lines.quantity.amount 4 UNIT_UNKNOWN
                6 lines.number 10 LINE_REPEATED
                6 lines.item NONE ITEM_UNKNOWN
                7 number  VALUE_MISSING
                7 lines.number x VALUE_WRONG
                8 site  VALUE_MISSING
                8 lines.price.amount -1 EUR KGM VALUE_WRONG
                """, told(report));
        assertEquals(List.of("colour"), report.unusedColumns());
        assertEquals(
                report.problems().size(),
                run(ImportSubject.PURCHASE_ORDERS, csv).violations().size());
        assertEquals(before, contents());
    }

    @ParameterizedTest
    @EnumSource
    void problems_of_opening_stock_stand_at_their_rows_however_many_events_it_becomes(On on) {
        open(on);
        run(ImportSubject.OPENING_STOCK, STOCK);

        String csv = """
                site,countSheet,countedAt,location,item,issuer,lot,expiry,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per
                BER,INV-1,2026-03-01 18:00,A-01,FLOUR,MILL,L1,2026-12-31,40,BG,0.80,EUR,KGM
                BER,INV-1,2026-03-01 18:00,P-01,FLOUR,MILL,L1,2026-12-30,2,BG,0.80,EUR,KGM
                BER,INV-3,2026-03-01 18:00,A-01,FLOUR,MILL,L1,2026-12-31,40,BG,0.80,EUR,KGM
                BER,INV-3,2026-03-01 18:00,NONE,SALT,MILL,S2,,1,KGM,0.80,USD,KGM
                POT,INV-3,2027-03-01,A-01,SALT,MILL,S3,,1,KGM,0.80,EUR,KGM
                XXX,INV-3,2026-03-01,A-01,SALT,MILL,S4,,1,KGM,0.80,EUR,KGM
                POT,INV-4,01.03.2026,A-01,SALT,MILL,S4,,"1,5",KGM,0.80,EUR,KGM
                """;
        assertEquals("""
                3 expiry 2026-12-30 LOT_DIFFERS
                5 location NONE LOCATION_UNKNOWN
                5 cost.amount 0.80 CURRENCY_NOT_FUNCTIONAL
                6 countedAt 2027-03-01 TIME_IN_FUTURE
                7 site XXX SITE_UNKNOWN
                8 countedAt 01.03.2026 VALUE_WRONG
                8 quantity.amount 1,5 VALUE_WRONG
                """, told(check(ImportSubject.OPENING_STOCK, csv)));
        String again = """
                site,countSheet,countedAt,location,item,issuer,lot,expiry,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per
                BER,INV-3,2026-03-01 18:00,A-01,FLOUR,MILL,L1,2026-12-31,40,BG,0.80,EUR,KGM
                """;
        assertEquals("2 item FLOUR OPENED_ALREADY\n", told(check(ImportSubject.OPENING_STOCK, again)));
    }

    @ParameterizedTest
    @EnumSource
    void a_mapping_reads_a_file_as_its_program_writes_it(On on) {
        open(on);
        ImportMapping mapping = new ImportMapping(
                "Navision Bestand",
                ImportSubject.OPENING_STOCK,
                DecimalStyle.COMMA_GROUPED,
                "dd.MM.yyyy",
                List.of(
                        FieldSource.fixed("site", "BER"),
                        FieldSource.fixed("countSheet", "INV-7"),
                        FieldSource.column("countedAt", "Gezählt"),
                        FieldSource.column("location", "Lagerplatz"),
                        FieldSource.column("item", "Artikel"),
                        FieldSource.column("lot", "Charge"),
                        FieldSource.column("expiry", "MHD"),
                        FieldSource.column("quantity.amount", "Menge"),
                        new FieldSource(
                                "quantity.unit",
                                Optional.of("ME"),
                                Optional.empty(),
                                List.of(new Translation("St", "C62"), new Translation("Ktn", "CS"))),
                        FieldSource.column("cost.amount", "Preis"),
                        FieldSource.fixed("cost.currency", "EUR"),
                        FieldSource.fixed("cost.per", "C62")));
        assertEquals(List.of(), company.service(ImportMappings.class).save(mapping));
        String csv = "Artikel;Charge;MHD;Lagerplatz;Menge;ME;Preis;Gezählt;Bemerkung\r\n"
                + "BREAD;B7;10.03.2026;A-01;1.200;St;1,25;01.03.2026 18:00;ok\r\n"
                + "BREAD;B8;11.03.2026;A-01;3;Ktn;1,25;01.03.2026;\r\n";

        ImportReport report = company.service(Imports.class)
                .run(
                        CLERK,
                        new ImportSource(
                                ImportSubject.OPENING_STOCK,
                                Optional.of("Navision Bestand"),
                                ImportFormat.CSV,
                                TextEncoding.WINDOWS_1252),
                        csv.getBytes(java.nio.charset.Charset.forName("windows-1252")))
                .toOptional()
                .orElseThrow();

        assertEquals(2, report.added());
        assertEquals(List.of("Bemerkung"), report.unusedColumns());
        assertEquals(
                List.of("1200 C62", "36 C62"),
                IntStream.of(7, 8)
                        .mapToObj(number -> new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber("B" + number)))
                        .flatMap(lot -> company.service(StockOnHand.class).ofLot(lot).stream())
                        .map(balance -> balance.quantity().toString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void who_may_not_do_it_by_hand_may_not_import_it(On on) {
        open(on);
        Caller keeper = new Caller("keeper", Set.of(Role.MASTER_DATA));

        assertThrows(NotAllowedException.class, () -> company.service(Imports.class)
                .run(keeper, source(ImportSubject.OPENING_STOCK), STOCK.getBytes(StandardCharsets.UTF_8)));
        assertThrows(NotAllowedException.class, () -> company.service(Imports.class)
                .check(
                        new Caller("boss", Set.of(Role.CONTROLLER)),
                        source(ImportSubject.ITEMS),
                        ITEMS.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    void every_field_has_its_sentence_and_reads_its_own_example(On on) {
        open(on);
        for (SubjectFields subject : company.service(Imports.class).subjects()) {
            subject.fields()
                    .forEach(
                            field -> assertTrue(field.meaning().endsWith("."), subject.subject() + " " + field.name()));
            assertEquals(
                    1,
                    subject.fields().stream().filter(field -> field.isKey()).count(),
                    subject.subject().code());
        }
    }

    private ImportReport check(ImportSubject subject, String csv) {
        return company.service(Imports.class).check(CLERK, source(subject), csv.getBytes(StandardCharsets.UTF_8));
    }

    private Outcome<ImportReport> run(ImportSubject subject, String csv) {
        return company.service(Imports.class).run(CLERK, source(subject), csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportSource source(ImportSubject subject) {
        return new ImportSource(subject, Optional.empty(), ImportFormat.CSV, TextEncoding.UTF_8);
    }

    private static String told(ImportReport report) {
        StringBuilder told = new StringBuilder();
        report.problems().forEach(one -> told.append(one.row())
                .append(' ')
                .append(one.column())
                .append(' ')
                .append(one.value())
                .append(' ')
                .append(one.code())
                .append('\n'));
        return told.toString();
    }

    private String contents() {
        return company.database().contents().toString();
    }
}
