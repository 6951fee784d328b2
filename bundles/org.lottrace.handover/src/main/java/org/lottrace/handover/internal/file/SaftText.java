package org.lottrace.handover.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.handover.JournalFile;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalRange;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * SAF-T Financial of Norway. Balances stand before the entries, so the entries go to the disk first.
 *
 * <p>Source: Norwegian SAF-T Financial data 1.30, schema of Skatteetaten of 2024-03-01.
 */
final class SaftText implements JournalText {
    private static final int LONG = 256;
    private static final int MIDDLE = 35;

    private final NorwegianSaft saft;
    private final JournalRange.Days days;
    private final Map<String, NorwegianSaft.Grouping> groupings;
    private final OutputStream to;
    private final NorwegianSaft.Taxpayer taxpayer;
    private final SaftBalances balances = new SaftBalances();
    private final Path entries;
    private final Path whole;
    private final OutputStream entriesOut;
    private final SaftXml xml;

    SaftText(
            NorwegianSaft saft,
            JournalRange.Days days,
            NorwegianSaft.Taxpayer taxpayer,
            Map<String, NorwegianSaft.Grouping> groupings,
            OutputStream to)
            throws IOException {
        this.saft = saft;
        this.days = days;
        this.taxpayer = taxpayer;
        this.groupings = groupings;
        this.to = to;
        this.entries = Files.createTempFile("lottrace-", ".tmp");
        this.whole = Files.createTempFile("lottrace-", ".tmp");
        this.entriesOut = new BufferedOutputStream(Files.newOutputStream(entries));
        this.xml = new SaftXml(entriesOut);
    }

    @Override
    public void begin() throws IOException {
        saft.openings(days.from(), balances);
    }

    @Override
    public void entry(JournalEntry entry, RecordedEvent recorded, EntryNumbers numbers) throws IOException {
        balances.add(entry, numbers);
        ZoneOffset offset = recorded.event().context().offset();
        String what = entry.type().code() + " " + entry.document().type().code() + " "
                + entry.document().number();
        xml.part("Transaction");
        xml.text("TransactionID", entry.number());
        xml.text("Period", entry.accountingDate().getMonthValue());
        xml.text("PeriodYear", entry.accountingDate().getYear());
        xml.text("TransactionDate", day(recorded.event().context().effective(), offset));
        xml.text("VoucherType", entry.type().code());
        xml.text("Description", what, LONG);
        xml.text("SystemEntryDate", day(recorded.recorded(), offset));
        xml.text("GLPostingDate", entry.accountingDate());
        for (int i = 0; i < entry.lines().size(); i++) {
            line(i + 1, entry, numbers.lines().get(i), what);
        }
        xml.end();
    }

    private void line(int number, JournalEntry entry, EntryNumbers.Line numbered, String what) throws IOException {
        JournalLine line = entry.lines().get(number - 1);
        BigDecimal amount = line.amount().getAmount();
        xml.begin("Line");
        xml.text("RecordID", number);
        xml.text("AccountID", SaftBalances.id(line, numbered));
        if (line.lot().isPresent()) {
            xml.begin("Analysis");
            xml.text("AnalysisType", "LOT");
            xml.text("AnalysisID", line.lot().get().toString(), LONG);
            xml.end();
        }
        if (entry.document().number().length() <= MIDDLE) {
            xml.text("SourceDocumentID", entry.document().number());
        }
        xml.text("Description", what, LONG);
        xml.begin(amount.signum() < 0 ? "CreditAmount" : "DebitAmount");
        xml.number("Amount", amount.abs());
        xml.end();
        if (line.quantity().isPresent()) {
            xml.number("Quantity", line.quantity().get().amount());
        }
        xml.end();
    }

    private static LocalDate day(Instant moment, ZoneOffset offset) {
        return LocalDate.ofInstant(moment, offset);
    }

    @Override
    public void end(JournalFile file) throws IOException {
        if (file.more()) {
            throw NorwegianSaft.refused(
                    JournalFiles.SAF_T_RANGE_WRONG,
                    "these days have more entries than one file holds, which is " + file.entries()
                            + "; ask for fewer days");
        }
        List<String> missing = balances.accounts().keySet().stream()
                .filter(id -> !groupings.containsKey(id))
                .map(id -> "groupings has no " + id + "=CATEGORY/CODE")
                .toList();
        if (!missing.isEmpty()) {
            throw NorwegianSaft.notSetUp(missing);
        }
        xml.flush();
        entriesOut.close();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(whole))) {
            write(out, file);
        }
        SaftSchema.check(saft.config().schema_file(), whole);
        Files.copy(whole, to);
    }

    private void write(OutputStream out, JournalFile file) throws IOException {
        SaftXml all = new SaftXml(out);
        all.file();
        header(all);
        all.begin("MasterFiles");
        accounts(all);
        stock(all);
        all.end();
        all.begin("GeneralLedgerEntries");
        all.text("NumberOfEntries", file.entries());
        all.number("TotalDebit", balances.debit());
        all.number("TotalCredit", balances.credit());
        if (file.entries() > 0) {
            all.begin("Journal");
            all.text("JournalID", "LOTTRACE");
            all.text("Description", "Cost of lots, subledger of inventory");
            all.text("Type", "INV");
            all.flush();
            Files.copy(entries, out);
            all.end();
        }
        all.end();
        all.end();
        all.flush();
    }

    private void header(SaftXml all) throws IOException {
        SaftConfig config = saft.config();
        all.begin("Header");
        all.text("AuditFileVersion", "1.30");
        all.text("AuditFileCountry", "NO");
        all.text("AuditFileDateCreated", saft.today());
        all.text("SoftwareCompanyName", "LotTrace");
        all.text("SoftwareID", "LotTrace");
        all.text("SoftwareVersion", NorwegianSaft.version());
        all.begin("Company");
        all.text("RegistrationNumber", taxpayer.registrationNumber(), MIDDLE);
        all.text("Name", taxpayer.name(), LONG);
        all.begin("Contact");
        all.begin("ContactPerson");
        all.text("FirstName", config.contact_first_name(), MIDDLE);
        all.text("LastName", config.contact_last_name(), MIDDLE);
        all.end();
        if (!config.contact_telephone().isBlank()) {
            all.text("Telephone", config.contact_telephone());
        }
        all.end();
        all.end();
        all.text("DefaultCurrencyCode", balances.currency().orElse("NOK"));
        all.begin("SelectionCriteria");
        all.text("SelectionStartDate", days.from());
        all.text("SelectionEndDate", days.to());
        all.end();
        all.text(
                "HeaderComment",
                "A part of the accounts: the subledger of inventory, with balances of what it has posted itself"
                        + notBooked());
        all.text("TaxAccountingBasis", "A");
        all.end();
    }

    /** A file that is not complete says so. */
    private String notBooked() {
        long waiting = saft.waiting(days.to());
        return waiting == 0
                ? ""
                : ". Not complete: events of all books not booked yet up to " + days.to() + ": " + waiting;
    }

    private void accounts(SaftXml all) throws IOException {
        if (balances.accounts().isEmpty()) {
            return;
        }
        all.begin("GeneralLedgerAccounts");
        for (Map.Entry<String, SaftBalances.Account> account :
                balances.accounts().entrySet()) {
            all.begin("Account");
            all.text("AccountID", account.getKey());
            all.text("AccountDescription", account.getValue().names(), LONG);
            all.text("GroupingCategory", groupings.get(account.getKey()).category());
            all.text("GroupingCode", groupings.get(account.getKey()).code());
            all.text("AccountType", "GL");
            all.balance("Opening", account.getValue().opening(), "Balance");
            all.balance("Closing", account.getValue().closing(), "Balance");
            all.end();
        }
        all.end();
    }

    private void stock(SaftXml all) throws IOException {
        Map<LotKey, LotCost> opening = saft.stock(days.from().minusDays(1));
        Map<LotKey, LotCost> closing = saft.stock(days.to());
        SortedSet<LotKey> lots = new TreeSet<>(opening.keySet());
        lots.addAll(closing.keySet());
        if (lots.isEmpty()) {
            return;
        }
        units(all, lots, opening, closing);
        products(all, lots, opening, closing);
        Map<LotKey, LocalDate> expiries = saft.expiries(lots);
        all.begin("PhysicalStock");
        for (LotKey key : lots) {
            Optional<LotCost> before = Optional.ofNullable(opening.get(key));
            Optional<LotCost> after = Optional.ofNullable(closing.get(key));
            all.begin("PhysicalStockEntry");
            all.text("ProductCode", key.item());
            all.text("UOMPhysicalStock", quantity(key, opening, closing).unit().code());
            all.text("UOMToUOMBaseConversionFactor", 1);
            left(all, "Opening", before);
            left(all, "Closing", after);
            all.begin("StockCharacteristics");
            characteristic(all, "Issuer", key.issuer().value());
            characteristic(all, "Lot", key.number().value());
            if (expiries.containsKey(key)) {
                characteristic(all, "Expiry", expiries.get(key).toString());
            }
            all.end();
            all.end();
        }
        all.end();
    }

    private static void units(
            SaftXml all, SortedSet<LotKey> lots, Map<LotKey, LotCost> opening, Map<LotKey, LotCost> closing)
            throws IOException {
        SortedSet<String> units = new TreeSet<>();
        lots.forEach(key -> units.add(quantity(key, opening, closing).unit().code()));
        all.begin("UOMTable");
        for (String unit : units) {
            all.begin("UOMTableEntry");
            all.text("UnitOfMeasure", unit);
            all.text("Description", "UNECE Recommendation 20, " + unit);
            all.end();
        }
        all.end();
    }

    private void products(
            SaftXml all, SortedSet<LotKey> lots, Map<LotKey, LotCost> opening, Map<LotKey, LotCost> closing)
            throws IOException {
        SortedMap<ItemNumber, LotKey> items = new TreeMap<>(Comparator.comparing(ItemNumber::value));
        lots.forEach(key -> items.putIfAbsent(key.item(), key));
        Map<ItemNumber, String> descriptions = saft.descriptions(items.keySet());
        all.begin("Products");
        for (Map.Entry<ItemNumber, LotKey> item : items.entrySet()) {
            String unit = quantity(item.getValue(), opening, closing).unit().code();
            String description =
                    descriptions.getOrDefault(item.getKey(), item.getKey().value());
            all.begin("Product");
            all.text("ProductCode", item.getKey());
            all.text("Description", description, LONG);
            all.text("UOMBase", unit);
            all.text("UOMStandard", unit);
            all.text("UOMToUOMBaseConversionFactor", 1);
            all.end();
        }
        all.end();
    }

    private static Quantity quantity(LotKey key, Map<LotKey, LotCost> opening, Map<LotKey, LotCost> closing) {
        return Optional.ofNullable(closing.get(key))
                .orElseGet(() -> opening.get(key))
                .quantity();
    }

    private static void left(SaftXml all, String when, Optional<LotCost> lot) throws IOException {
        all.number(
                when + "StockQuantity",
                lot.map(found -> found.onStock().quantity().amount()).orElse(BigDecimal.ZERO));
        all.number(
                when + "StockValue",
                lot.map(found -> found.onStock().value().getAmount()).orElse(BigDecimal.ZERO));
    }

    private static void characteristic(SaftXml all, String name, String value) throws IOException {
        all.text("StockCharacteristic", name);
        all.text("StockCharacteristicValue", value);
    }

    @Override
    public void close() throws IOException {
        List<IOException> failed = new ArrayList<>();
        try {
            entriesOut.close();
        } catch (IOException broken) {
            failed.add(broken);
        }
        Files.deleteIfExists(entries);
        Files.deleteIfExists(whole);
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }
}
