package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.sheet.testing.Workbooks;

/** Programs of others accept the files of the journal, and read the same balances in them as we have, to the cent and to the gram. */
class JournalFilesTest {
    /** Said once more, and not asked of the code that is tested. */
    private static final Map<Account, String> NAMES = Map.ofEntries(
            Map.entry(Account.INVENTORY, "Assets:Inventory"),
            Map.entry(Account.GOODS_RECEIVED_NOT_INVOICED, "Liabilities:Goods-Received-Not-Invoiced"),
            Map.entry(Account.WORK_IN_PROCESS, "Assets:Work-In-Process"),
            Map.entry(Account.COST_OF_GOODS_SOLD, "Expenses:Cost-Of-Goods-Sold"),
            Map.entry(Account.INVENTORY_ADJUSTMENT, "Expenses:Inventory-Adjustment"),
            Map.entry(Account.WRITE_OFF, "Expenses:Write-Off"),
            Map.entry(Account.OPENING_BALANCE, "Equity:Opening-Balance"),
            Map.entry(Account.UNEXPLAINED_DIFFERENCE, "Expenses:Unexplained-Difference"),
            Map.entry(Account.PRODUCTION_VARIANCE, "Expenses:Production-Variance"),
            Map.entry(Account.ACCOUNTS_PAYABLE, "Liabilities:Accounts-Payable"),
            Map.entry(Account.PURCHASE_PRICE_VARIANCE, "Expenses:Purchase-Price-Variance"),
            Map.entry(Account.CONVERSION_IN_PROCESS, "Assets:Conversion-In-Process"),
            Map.entry(Account.CONVERSION_ABSORBED, "Expenses:Conversion-Absorbed"),
            Map.entry(Account.OVERHEAD_ABSORBED, "Expenses:Overhead-Absorbed"),
            Map.entry(Account.INVENTORY_WRITE_DOWN, "Expenses:Inventory-Write-Down"),
            Map.entry(Account.INVENTORY_REVALUATION, "Expenses:Inventory-Revaluation"),
            Map.entry(Account.EXCHANGE_DIFFERENCE, "Expenses:Exchange-Difference"),
            Map.entry(Account.CONSIGNED_GOODS, "Assets:Consigned-Goods"));

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void both_programs_accept_every_history_and_have_our_balances(@ForAll("histories") List<History.Action> history)
            throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        List<History.Action> all =
                Stream.concat(History.ofOneDay().stream(), history.stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).happen(bakery, "e" + i);
        }

        acceptedWithOurBalances(bakery.company());
    }

    /** All that a lot number may have and a name may not. */
    @ParameterizedTest
    @ValueSource(strings = {"!\"%&'()*+,-./:;<=>?", "(a)", "*", "; x", "x", "X", "a", "0:1", "=0"})
    void a_lot_may_have_any_number_and_its_documents_too(String number) throws IOException {
        String lot = number.replace(" ", "");
        WorkingBakery bakery = new WorkingBakery().withFlour();
        String notice = "N; [1/13] date:2026-13-45, \"x\"";
        assertEquals(
                List.of(),
                bakery.expectedReceipts()
                        .expect(aShipNotice(notice)
                                .announcing("PO1", 1, FLOUR, lot, "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                                .build()));
        bakery.receive("odd,;:event", notice, came(lot, "1 BG"));

        acceptedWithOurBalances(bakery.company());
    }

    /** So that a check that passes says something. */
    @Test
    void both_programs_notice_a_cent() throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        for (JournalFileFormat format : List.of(JournalFileFormat.HLEDGER, JournalFileFormat.BEANCOUNT)) {
            Path file = written(bakery.company(), format, JournalRange.Numbers.from(1));
            List<String> lines = Files.readAllLines(file);
            int end = lastOf(lines, " EUR");
            String wrong = lines.get(end).replaceFirst("([0-9])( ~ 0)? EUR$", "$19$2 EUR");
            assertNotEquals(lines.get(end), wrong);
            lines.set(end, wrong);
            Files.write(file, lines);

            assertNotEquals(0, check(format, file).status(), wrong);
        }
    }

    @Test
    void a_file_goes_on_where_the_one_before_has_ended() throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        JournalFiles files = bakery.company().service(JournalFiles.class);
        List<JournalEntry> all = bakery.company().service(LotCosting.class).journal(0, Integer.MAX_VALUE);
        assertTrue(all.size() > 4);

        JournalFile first =
                files.write(JournalFileFormat.CSV, new JournalRange.Numbers(1, 2), OutputStream.nullOutputStream());
        JournalFile rest = files.write(
                JournalFileFormat.CSV, JournalRange.Numbers.from(first.last() + 1), OutputStream.nullOutputStream());

        assertEquals(
                new JournalFile(
                        JournalFileFormat.CSV, 2, 1, 2, Optional.of(all.get(1).accountingDate()), 2, 2, false),
                first);
        assertEquals(3, rest.first());
        assertEquals(all.size(), rest.last());
        assertEquals(all.size() - 2, rest.entries());
    }

    @Test
    void a_file_of_part_of_the_journal_stands_for_itself() throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        AccountNumbersTest.saved(bakery.company(), AccountNumbersTest.rule(Account.INVENTORY, "14/00-1.2_x"));
        for (JournalRange range : List.of(
                JournalRange.Numbers.from(3),
                new JournalRange.Days(TODAY.minusYears(1), TODAY.plusYears(1), 0),
                new JournalRange.Days(TODAY.minusYears(9), TODAY.minusYears(8), 0))) {
            for (JournalFileFormat format : List.of(JournalFileFormat.HLEDGER, JournalFileFormat.BEANCOUNT)) {
                Path file = written(bakery.company(), format, range);
                Program.Said said = check(format, file);
                assertEquals(0, said.status(), () -> said.text());
                assertEquals(
                        range instanceof JournalRange.Days days && days.to().isBefore(TODAY),
                        !Files.readString(file).contains("account-number: "));
            }
        }
    }

    @Test
    void the_rows_of_csv_add_up_to_nothing_and_there_is_one_for_each_line() throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));

        List<String> rows =
                Files.readAllLines(written(bakery.company(), JournalFileFormat.CSV, JournalRange.Numbers.from(1)));

        List<JournalLine> lines = bakery.company().service(LotCosting.class).journal(0, Integer.MAX_VALUE).stream()
                .flatMap(entry -> entry.lines().stream())
                .toList();
        assertEquals(lines.size() + 1, rows.size());
        assertEquals(
                0,
                rows.stream()
                        .skip(1)
                        .map(row -> new BigDecimal(row.split(",")[19]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum());
        assertTrue(rows.stream().anyMatch(row -> row.contains(FLOUR_1.number().value())), rows::toString);
    }

    @Test
    void a_workbook_has_the_rows_of_csv_with_numbers_and_days_as_such() throws IOException {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        History.ofOneDay().forEach(action -> action.happen(bakery, "one-" + action.step()));
        AccountNumbersTest.saved(bakery.company(), AccountNumbersTest.rule(Account.INVENTORY, "0014"));
        JournalFiles files = bakery.company().service(JournalFiles.class);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();

        JournalFile said = files.write(JournalFileFormat.CSV, JournalRange.Numbers.from(1), csv);
        JournalFile of = files.write(JournalFileFormat.XLSX, JournalRange.Numbers.from(1), workbook);

        assertEquals(said.last(), of.last());
        List<String> shown = Workbooks.shown(workbook.toByteArray()).stream()
                .map(row -> String.join(",", row).replace(" (UTC)", ""))
                .toList();
        assertEquals(csv.toString(StandardCharsets.UTF_8).lines().toList(), shown);
        List<List<String>> typed = Workbooks.typed(workbook.toByteArray());
        assertTrue(typed.stream().anyMatch(row -> row.get(21).equals("STRING 0014")), typed::toString);
        assertEquals("NUMERIC 1", typed.get(1).get(0));
        assertTrue(typed.get(1).get(2).matches("NUMERIC \\d{4}-\\d\\d-\\d\\d"), typed.get(1)::toString);
        assertTrue(typed.get(1).get(19).matches("NUMERIC -?\\d+\\.\\d\\d"), typed.get(1)::toString);
    }

    private static void acceptedWithOurBalances(TestCompany company) throws IOException {
        SortedMap<String, BigDecimal> euros = new TreeMap<>();
        SortedMap<String, BigDecimal> quantities = new TreeMap<>();
        for (JournalEntry entry : company.service(LotCosting.class).journal(0, Integer.MAX_VALUE)) {
            for (JournalLine line : entry.lines()) {
                String name = NAMES.get(line.account());
                euros.merge(name, line.amount().getAmount(), BigDecimal::add);
                line.quantity()
                        .ifPresent(quantity ->
                                quantities.merge(name + " QTY-" + quantity.unit(), quantity.amount(), BigDecimal::add));
            }
        }
        inHledger(written(company, JournalFileFormat.HLEDGER, JournalRange.Numbers.from(1)), euros, quantities);
        inBeancount(written(company, JournalFileFormat.BEANCOUNT, JournalRange.Numbers.from(1)), euros, quantities);
    }

    private static void inHledger(Path file, Map<String, BigDecimal> euros, Map<String, BigDecimal> quantities) {
        Program.HLEDGER.content("check", "--strict", "-f", file.toString());
        assertEquals(
                text(euros),
                text(read(Program.HLEDGER.content(
                        "bal", "-f", file.toString(), "--flat", "-E", "-N", "--depth", "2", "-O", "csv", "cur:EUR"))));
        for (String unit : quantities.keySet().stream()
                .map(name -> name.split(" ")[1])
                .distinct()
                .toList()) {
            assertEquals(
                    text(of(unit, quantities)),
                    text(read(Program.HLEDGER
                            .content(
                                    "bal",
                                    "-f",
                                    file.toString(),
                                    "--flat",
                                    "-E",
                                    "-N",
                                    "--depth",
                                    "2",
                                    "-O",
                                    "csv",
                                    "cur:" + unit)
                            .replace(" \"\"" + unit + "\"\"", ""))));
        }
    }

    private static void inBeancount(Path file, Map<String, BigDecimal> euros, Map<String, BigDecimal> quantities) {
        assertEquals("", Program.BEAN_CHECK.content(file.toString()));
        assertEquals(text(euros), text(read(query(file, "EUR"))));
        for (String unit : quantities.keySet().stream()
                .map(name -> name.split(" ")[1])
                .distinct()
                .toList()) {
            Map<String, BigDecimal> read = read(query(file, unit));
            read.remove("Equity:Quantities");
            assertEquals(text(of(unit, quantities)), text(read));
        }
    }

    private static String query(Path file, String commodity) {
        return Program.BEAN_QUERY.content(
                "-f",
                "csv",
                file.toString(),
                "select root(account, 2) as a, sum(number) as n where currency = '" + commodity + "' group by a");
    }

    private static Map<String, BigDecimal> of(String unit, Map<String, BigDecimal> quantities) {
        Map<String, BigDecimal> ofUnit = new TreeMap<>();
        quantities.forEach((name, amount) -> {
            if (name.endsWith(" " + unit)) {
                ofUnit.put(name.split(" ")[0], amount);
            }
        });
        return ofUnit;
    }

    /** Rows of an account and an amount below a row of heads. */
    private static SortedMap<String, BigDecimal> read(String csv) {
        SortedMap<String, BigDecimal> balances = new TreeMap<>();
        csv.lines()
                .skip(1)
                .map(row -> row.replace("\"", "").split(","))
                .forEach(row -> balances.put(
                        row[0].strip(), new BigDecimal(row[1].strip().split(" ")[0])));
        return balances;
    }

    private static String text(Map<String, BigDecimal> balances) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(balances).forEach((name, amount) -> text.append(name)
                .append(' ')
                .append(amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString())
                .append('\n'));
        return text.toString();
    }

    private static Program.Said check(JournalFileFormat format, Path file) {
        return format == JournalFileFormat.HLEDGER
                ? Program.HLEDGER.run("check", "--strict", "-f", file.toString())
                : Program.BEAN_CHECK.run(file.toString());
    }

    private static int lastOf(List<String> lines, String ending) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).endsWith(ending)) {
                return i;
            }
        }
        throw new AssertionError(lines);
    }

    private static Path written(TestCompany company, JournalFileFormat format, JournalRange range) throws IOException {
        Path file = Path.of("target", "journal." + format.code());
        try (OutputStream out = Files.newOutputStream(file)) {
            company.service(JournalFiles.class).write(format, range, out);
        }
        assertTrue(Files.readString(file, StandardCharsets.UTF_8).endsWith("\n"));
        return file;
    }

    @Provide
    Arbitrary<List<History.Action>> histories() {
        return History.of(EnumSet.allOf(History.Step.class));
    }
}
