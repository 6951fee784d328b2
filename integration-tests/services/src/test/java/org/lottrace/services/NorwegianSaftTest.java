package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.company.WorkingBakery.FLOUR_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotPossibleException;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SAF-T for the Norwegian tax administration: what is in it is what the books have. */
class NorwegianSaftTest {
    /** Where a machine has the schema of the tax administration, which may not lie in the repository, files are checked against it, too. */
    private static final String SCHEMA = System.getProperty("saft.schema", "");

    private static final JournalRange ALL = new JournalRange.Days(TODAY.minusYears(1), TODAY.plusYears(1), 0);

    @TempDir
    private Path folder;

    private static Map<String, Object> setUp() {
        Map<String, Object> values = new HashMap<>();
        values.put("registration.number", "999999999");
        values.put("company.name", "Bakery & Sons <AS>");
        values.put("contact.first.name", "Kari");
        values.put("contact.last.name", "Nordmann");
        values.put(
                "groupings",
                Arrays.stream(Account.values())
                        .map(account -> (account == Account.INVENTORY ? "1400" : account.code()) + "=RF-1167/0120")
                        .toArray(String[]::new));
        values.put("schema.file", SCHEMA);
        return values;
    }

    private static WorkingBakery bakery(Map<String, Object> saft) {
        WorkingBakery bakery = new WorkingBakery(
                        TestCompany.on(TestDatabase.h2().withBakery())
                                .with(Clock.class, Bakery.CLOCK)
                                .configured("org.lottrace.handover.saft", saft))
                .withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        AccountNumbersTest.saved(bakery.company(), AccountNumbersTest.rule(Account.INVENTORY, "1400"));
        return bakery;
    }

    private static WorkingBakery withoutRules() {
        Map<String, Object> settings = setUp();
        settings.put(
                "groupings",
                Arrays.stream(Account.values())
                        .map(account -> account.code() + "=RF-1167/0120")
                        .toArray(String[]::new));
        return new WorkingBakery(TestCompany.on(TestDatabase.h2().withBakery())
                        .with(Clock.class, Bakery.CLOCK)
                        .configured("org.lottrace.handover.saft", settings))
                .withFlour();
    }

    @Test
    void entries_accounts_and_stock_are_those_of_the_books() {
        WorkingBakery bakery = bakery(setUp());
        LotCosting costing = bakery.company().service(LotCosting.class);
        List<JournalEntry> entries = costing.journal(0, 100);

        Document file = written(bakery, ALL);

        assertEquals(entries.size(), all(file, "Transaction").size());
        assertEquals(String.valueOf(entries.size()), text(file.getDocumentElement(), "NumberOfEntries"));
        BigDecimal debit = entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.amount().getAmount().max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(debit, new BigDecimal(text(file.getDocumentElement(), "TotalDebit")));
        assertEquals(debit, new BigDecimal(text(file.getDocumentElement(), "TotalCredit")));
        Element inventory = all(file, "Account").stream()
                .filter(account -> text(account, "AccountID").equals("1400"))
                .findFirst()
                .orElseThrow();
        assertEquals("0", text(inventory, "OpeningDebitBalance"));
        assertEquals(balance(entries, Account.INVENTORY), new BigDecimal(text(inventory, "ClosingDebitBalance")));
        List<LotCost> lots = costing.inventory(Optional.empty(), 100).stream()
                .sorted((one, other) -> one.lot().compareTo(other.lot()))
                .toList();
        List<Element> stock = all(file, "PhysicalStockEntry");
        assertEquals(lots.size(), stock.size());
        for (int i = 0; i < lots.size(); i++) {
            assertEquals(
                    lots.get(i).onStock().value().getAmount(), new BigDecimal(text(stock.get(i), "ClosingStockValue")));
            assertTrue(
                    texts(stock.get(i), "StockCharacteristicValue")
                            .contains(lots.get(i).lot().number().value()),
                    lots.get(i).lot().toString());
        }
        assertTrue(
                stock.stream()
                        .anyMatch(lot -> texts(lot, "StockCharacteristicValue").contains("2027-01-31")),
                "an expiry");
        assertEquals("Bakery & Sons <AS>", text(file.getDocumentElement(), "Name"));
        assertEquals("outside a framework", text(file.getDocumentElement(), "SoftwareVersion"));
    }

    @Test
    void what_was_before_the_first_day_is_the_opening_balance_and_the_opening_stock() {
        WorkingBakery bakery = bakery(setUp());
        List<JournalEntry> entries = bakery.company().service(LotCosting.class).journal(0, 100);
        LocalDate after = entries.stream()
                .map(JournalEntry::accountingDate)
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(1);

        Document file = written(bakery, new JournalRange.Days(after, after.plusDays(30), 0));

        assertEquals(List.of(), all(file, "Transaction"));
        Element inventory = all(file, "Account").stream()
                .filter(account -> text(account, "AccountID").equals("1400"))
                .findFirst()
                .orElseThrow();
        assertEquals(balance(entries, Account.INVENTORY), new BigDecimal(text(inventory, "OpeningDebitBalance")));
        for (Element lot : all(file, "PhysicalStockEntry")) {
            assertEquals(text(lot, "ClosingStockValue"), text(lot, "OpeningStockValue"));
            assertEquals(text(lot, "ClosingStockQuantity"), text(lot, "OpeningStockQuantity"));
        }
    }

    /** Numbers that were kept are added up by the database, the others are worked out by the rules. */
    @Test
    void opening_balances_are_the_same_however_many_entries_were_handed_over() {
        WorkingBakery bakery = bakery(setUp());
        List<JournalEntry> entries = bakery.company().service(LotCosting.class).journal(0, 100);
        LocalDate after = TODAY.plusDays(1);
        JournalRange later = new JournalRange.Days(after, after.plusDays(30), 0);
        Map<String, String> none = openings(written(bakery, later));

        for (long to : List.of(1L, entries.size() / 2L, (long) entries.size())) {
            done(bakery.company()
                    .service(AccountNumbers.class)
                    .keep(new Caller("erp", Set.of(Role.OPERATOR)), new JournalRange.Numbers(1, to)));
            assertEquals(none, openings(written(bakery, later)));
        }

        Map<Account, BigDecimal> books = new EnumMap<>(Account.class);
        entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .forEach(line -> books.merge(line.account(), line.amount().getAmount(), BigDecimal::add));
        Map<String, String> expected = new HashMap<>();
        books.forEach((account, amount) -> expected.put(
                account == Account.INVENTORY ? "1400" : account.code(),
                amount.stripTrailingZeros().toPlainString()));
        assertEquals(expected, none);
    }

    @Test
    void opening_balances_without_a_rule_are_those_of_our_accounts() {
        WorkingBakery bakery = withoutRules();
        LocalDate after = TODAY.plusDays(1);

        Document file = written(bakery, new JournalRange.Days(after, after.plusDays(30), 0));

        assertEquals(Map.of("INVENTORY", "1000", "GOODS_RECEIVED_NOT_INVOICED", "-1000"), openings(file));
    }

    /** Of two entries that say the same one is handed over, so the sums of both kinds are the same. */
    @Test
    void opening_balances_without_a_rule_are_the_same_when_half_of_them_was_handed_over() {
        WorkingBakery bakery = withoutRules();
        thrownAway(bakery, "d1");
        thrownAway(bakery, "d2");
        LocalDate after = TODAY.plusDays(1);
        JournalRange later = new JournalRange.Days(after, after.plusDays(30), 0);
        Map<String, String> none = openings(written(bakery, later));

        done(bakery.company()
                .service(AccountNumbers.class)
                .keep(new Caller("erp", Set.of(Role.OPERATOR)), new JournalRange.Numbers(1, 2)));

        assertEquals("10", none.get("WRITE_OFF"));
        assertEquals(none, openings(written(bakery, later)));
    }

    private static void thrownAway(WorkingBakery bakery, String id) {
        TraceEvent event = anEvent(id, EventType.DISPOSE)
                .of(DocumentType.DISPOSAL_ORDER, id)
                .moving(FLOUR_1, "10 KGM", Bakery.in(Bakery.SHELF), Place.disposal(Bakery.BERLIN))
                .build();
        bakery.unitOfWork().run(() -> {
            bakery.ledger()
                    .lockFor(
                            List.of(event.id()),
                            List.of(FLOUR_1),
                            event.context().effective());
            done(bakery.ledger().append(event));
        });
    }

    private static Map<String, String> openings(Document file) {
        Map<String, String> openings = new HashMap<>();
        for (Element account : all(file, "Account")) {
            NodeList debit = account.getElementsByTagNameNS("*", "OpeningDebitBalance");
            BigDecimal amount = debit.getLength() > 0
                    ? new BigDecimal(debit.item(0).getTextContent())
                    : new BigDecimal(text(account, "OpeningCreditBalance")).negate();
            openings.put(text(account, "AccountID"), amount.stripTrailingZeros().toPlainString());
        }
        return openings;
    }

    @Test
    void what_is_not_set_up_is_said_all_at_once() {
        WorkingBakery bakery =
                bakery(Map.of("groupings", new String[] {"1400, 1500 = RF-1167 / 0120, 1500=RF-1167/0130"}));

        NotPossibleException refused = refused(bakery, ALL, "SAF_T_NOT_SET_UP");

        for (String problem : List.of(
                "registration.number", "company.name", "contact.last.name", "\"1400\"", "1500 is there twice")) {
            assertTrue(refused.getMessage().contains(problem), refused.getMessage());
        }
    }

    /** So they come from a file of the container: one text, with commas between them. */
    @Test
    void groupings_are_one_text_in_a_file() {
        Map<String, Object> saft = setUp();
        saft.put("groupings", new String[] {String.join(", ", (String[]) saft.get("groupings"))});

        List<Element> accounts = all(written(bakery(saft), ALL), "Account");

        assertTrue(accounts.size() > 1, "several");
        accounts.forEach(account -> assertEquals("RF-1167", text(account, "GroupingCategory")));
        accounts.forEach(account -> assertEquals("0120", text(account, "GroupingCode")));
    }

    @Test
    void of_a_schema_that_refuses_every_line_the_first_are_said_and_the_others_counted() throws Exception {
        Map<String, Object> saft = setUp();
        saft.put(
                "schema.file",
                Files.writeString(
                                folder.resolve("narrow.xsd"),
                                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified'"
                                        + " targetNamespace='urn:StandardAuditFile-Taxation-Financial:NO'>"
                                        + "<xs:element name='Amount' type='xs:date'/><xs:element name='AuditFile'><xs:complexType><xs:sequence>"
                                        + "<xs:any maxOccurs='unbounded' processContents='lax'/></xs:sequence></xs:complexType>"
                                        + "</xs:element></xs:schema>")
                        .toString());

        String told = refused(bakery(saft), ALL, "SAF_T_INVALID").getMessage();

        assertTrue(told.matches("(?s).* others"), told);
        assertEquals(10, told.split("line 1, column", -1).length - 1);
    }

    @Test
    void every_account_without_a_grouping_is_named() {
        Map<String, Object> saft = setUp();
        saft.put("groupings", new String[0]);

        NotPossibleException refused = refused(bakery(saft), ALL, "SAF_T_NOT_SET_UP");

        assertTrue(refused.getMessage().contains("1400=CATEGORY/CODE"), refused.getMessage());
        assertTrue(refused.getMessage().contains("COST_OF_GOODS_SOLD=CATEGORY/CODE"), refused.getMessage());
    }

    @Test
    void numbers_and_parts_of_a_day_are_refused() {
        WorkingBakery bakery = bakery(setUp());

        refused(bakery, JournalRange.Numbers.from(1), "SAF_T_RANGE_WRONG");
        refused(bakery, new JournalRange.Days(TODAY, TODAY, 2), "SAF_T_RANGE_WRONG");
    }

    @Test
    void a_file_says_what_is_not_booked_yet_of_its_days() {
        WorkingBakery bakery = bakery(setUp());
        TestDatabase database = bakery.company().database();
        LotKey lot = LotBuilder.aLot("WAITS").key();
        OrderLineReference line =
                new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "NEVER-SENT"), 1);
        TraceEvent receipt = EventBuilder.anEvent("W1", EventType.RECEIVE)
                .of(DocumentType.PURCHASE_ORDER, "NEVER-SENT")
                .moving(lot, "1 KGM", Position.at(Place.party(Bakery.MILL)), Position.at(Bakery.in(Bakery.SHELF)), line)
                .build();
        database.unitOfWork().run(() -> {
            database.lots()
                    .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            long position = database.ledger().lockHead().position() + 1;
            database.ledger()
                    .append(new RecordedEvent(receipt, position, Bakery.NOW, String.format("%064x", position)));
        });

        String comment = text(written(bakery, ALL).getDocumentElement(), "HeaderComment");
        String before = text(
                written(bakery, new JournalRange.Days(TODAY.minusYears(1), TODAY.minusDays(1), 0))
                        .getDocumentElement(),
                "HeaderComment");

        assertTrue(comment.endsWith("not booked yet up to " + TODAY.plusYears(1) + ": 1"), comment);
        assertFalse(before.contains("not booked"), before);
    }

    @Test
    void books_of_a_company_are_handed_over_under_its_own_name_and_number() throws Exception {
        WorkingBakery bakery = bakery(setUp());
        PartyId keeper = new PartyId("BAKERY-2");

        NotPossibleException refused =
                CurrentBooks.of(Optional.of(keeper), () -> refused(bakery, ALL, "SAF_T_NOT_SET_UP"));
        assertTrue(refused.getMessage().contains("the tax number with which"), refused.getMessage());
        assertTrue(refused.getMessage().contains("the name of the company is empty"), refused.getMessage());

        TestDatabase database = bakery.company().database();
        database.unitOfWork().run(() -> database.parties()
                .save(PartyBuilder.aParty(keeper.value()).as(PartyRole.COMPANY).build()));
        database.unitOfWork().run(() -> database.companyBooks()
                .insert(new CompanyBooks(keeper, "EUR", "888888888", "controller", Bakery.NOW)));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CurrentBooks.of(
                Optional.of(keeper),
                () -> bakery.company().service(JournalFiles.class).write(JournalFileFormat.SAF_T, ALL, out));

        String file = out.toString(StandardCharsets.UTF_8);
        assertTrue(file.contains("<RegistrationNumber>888888888</RegistrationNumber>"), file);
        assertFalse(file.contains("999999999"), file);
    }

    @Test
    void what_the_schema_of_the_administrator_does_not_accept_is_refused_with_its_line() throws Exception {
        Map<String, Object> saft = setUp();
        saft.put(
                "schema.file",
                Files.writeString(
                                folder.resolve("other.xsd"),
                                "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='Other'/></xs:schema>")
                        .toString());

        NotPossibleException refused = refused(bakery(saft), ALL, "SAF_T_INVALID");

        assertTrue(refused.getMessage().contains("line 1, column"), refused.getMessage());
        assertTrue(refused.getMessage().contains("AuditFile"), refused.getMessage());
    }

    private static NotPossibleException refused(WorkingBakery bakery, JournalRange range, String code) {
        NotPossibleException refused = assertThrows(NotPossibleException.class, () -> written(bakery, range));
        assertEquals(code, refused.violation().code());
        return refused;
    }

    private static Document written(WorkingBakery bakery, JournalRange range) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JournalFile said = bakery.company().service(JournalFiles.class).write(JournalFileFormat.SAF_T, range, out);
        assertEquals(JournalFileFormat.SAF_T, said.format());
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(out.toByteArray()));
        } catch (Exception unreadable) {
            throw new AssertionError(out.toString(), unreadable);
        }
    }

    private static BigDecimal balance(List<JournalEntry> entries, Account account) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == account)
                .map(JournalLine::amount)
                .reduce(Money::plus)
                .orElseThrow()
                .getAmount();
    }

    private static List<Element> all(Document file, String name) {
        return elements(file.getElementsByTagNameNS("*", name));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static String text(Element within, String name) {
        return texts(within, name).get(0);
    }

    private static List<String> texts(Element within, String name) {
        return elements(within.getElementsByTagNameNS("*", name)).stream()
                .map(Element::getTextContent)
                .toList();
    }
}
