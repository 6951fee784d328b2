package org.lottrace.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.registry.classloading.internal.TcclLookupPrecedence;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.query.sqm.mutation.internal.temptable.GlobalTemporaryTableStrategy;
import org.lottrace.persistence.internal.account.AccountRuleEntity;
import org.lottrace.persistence.internal.account.EntryNumbersEntity;
import org.lottrace.persistence.internal.account.LineNumberEntity;
import org.lottrace.persistence.internal.allocation.AllocationDecisionEntity;
import org.lottrace.persistence.internal.allocation.AllocationRuleEntity;
import org.lottrace.persistence.internal.audit.AuditEntity;
import org.lottrace.persistence.internal.cost.CompanyBooksEntity;
import org.lottrace.persistence.internal.cost.CostLayerEntity;
import org.lottrace.persistence.internal.cost.CostWaitingEntity;
import org.lottrace.persistence.internal.cost.JournalEntryEntity;
import org.lottrace.persistence.internal.cost.JournalLineEntity;
import org.lottrace.persistence.internal.cost.LotCostEntity;
import org.lottrace.persistence.internal.cost.PeriodAccountEntity;
import org.lottrace.persistence.internal.cost.PeriodLotEntity;
import org.lottrace.persistence.internal.cost.PeriodSnapshotEntity;
import org.lottrace.persistence.internal.cost.PeriodStepEntity;
import org.lottrace.persistence.internal.drill.DrillEntity;
import org.lottrace.persistence.internal.edi.InterchangeContentEntity;
import org.lottrace.persistence.internal.edi.InterchangeEntity;
import org.lottrace.persistence.internal.exceptioncase.ExceptionCaseEntity;
import org.lottrace.persistence.internal.follower.FollowerEntity;
import org.lottrace.persistence.internal.follower.LeaseEntity;
import org.lottrace.persistence.internal.follower.SetAsideEntity;
import org.lottrace.persistence.internal.handover.JournalReceiverEntity;
import org.lottrace.persistence.internal.handover.JournalRejectionEntity;
import org.lottrace.persistence.internal.intake.ImportMappingEntity;
import org.lottrace.persistence.internal.item.ItemEntity;
import org.lottrace.persistence.internal.ledger.EventAnchorEntity;
import org.lottrace.persistence.internal.ledger.EventDispositionEntity;
import org.lottrace.persistence.internal.ledger.EventDocumentEntity;
import org.lottrace.persistence.internal.ledger.EventIdentityEntity;
import org.lottrace.persistence.internal.ledger.EventKeyDatumEntity;
import org.lottrace.persistence.internal.ledger.EventLineEntity;
import org.lottrace.persistence.internal.ledger.EventLotChangeEntity;
import org.lottrace.persistence.internal.ledger.EventLotValueEntity;
import org.lottrace.persistence.internal.ledger.LedgerHeadEntity;
import org.lottrace.persistence.internal.ledger.LotEdgeEntity;
import org.lottrace.persistence.internal.ledger.TraceEventEntity;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.NumberSequenceEntity;
import org.lottrace.persistence.internal.master.MasterStepEntity;
import org.lottrace.persistence.internal.order.ExpectedReceiptEntity;
import org.lottrace.persistence.internal.order.NoticeArrivalEntity;
import org.lottrace.persistence.internal.order.ProductionOrderEntity;
import org.lottrace.persistence.internal.order.PurchaseOrderEntity;
import org.lottrace.persistence.internal.order.SalesOrderEntity;
import org.lottrace.persistence.internal.order.TransferOrderEntity;
import org.lottrace.persistence.internal.party.PartyEntity;
import org.lottrace.persistence.internal.recall.RecallCaseEntity;
import org.lottrace.persistence.internal.recall.RecallFactEntity;
import org.lottrace.persistence.internal.recall.RecallStepEntity;
import org.lottrace.persistence.internal.right.LotRightEntity;
import org.lottrace.persistence.internal.seal.SealEntity;
import org.lottrace.persistence.internal.site.SiteEntity;
import org.lottrace.persistence.internal.stock.DispositionEntity;
import org.lottrace.persistence.internal.stock.HoldEntity;
import org.lottrace.persistence.internal.stock.ReservationEntity;
import org.lottrace.persistence.internal.stock.StockEntity;
import org.lottrace.persistence.internal.thirdparty.StockDocumentEntity;
import org.lottrace.persistence.internal.thirdparty.WarehouseEntity;
import org.lottrace.persistence.internal.token.TokenEntity;
import org.lottrace.persistence.internal.unit.UnitNestingEntity;
import org.lottrace.persistence.internal.value.Codes;

/** Brings the tables up to date, then opens Hibernate on them, which compares them with the entities. */
public final class Database {
    private static final List<Class<?>> ENTITIES = List.of(
            AllocationDecisionEntity.class,
            AllocationRuleEntity.class,
            MasterStepEntity.class,
            LotRightEntity.class,
            AuditEntity.class,
            DispositionEntity.class,
            HoldEntity.class,
            DrillEntity.class,
            EventAnchorEntity.class,
            EventDispositionEntity.class,
            EventDocumentEntity.class,
            EventIdentityEntity.class,
            EventKeyDatumEntity.class,
            EventLineEntity.class,
            EventLotChangeEntity.class,
            EventLotValueEntity.class,
            ExpectedReceiptEntity.class,
            FollowerEntity.class,
            ImportMappingEntity.class,
            InterchangeContentEntity.class,
            InterchangeEntity.class,
            ItemEntity.class,
            JournalEntryEntity.class,
            JournalLineEntity.class,
            LeaseEntity.class,
            LedgerHeadEntity.class,
            LotCostEntity.class,
            CostLayerEntity.class,
            LotEdgeEntity.class,
            LotEntity.class,
            NumberSequenceEntity.class,
            PartyEntity.class,
            PeriodAccountEntity.class,
            PeriodLotEntity.class,
            PeriodSnapshotEntity.class,
            PeriodStepEntity.class,
            ProductionOrderEntity.class,
            TransferOrderEntity.class,
            PurchaseOrderEntity.class,
            RecallCaseEntity.class,
            RecallFactEntity.class,
            RecallStepEntity.class,
            ReservationEntity.class,
            SalesOrderEntity.class,
            SealEntity.class,
            SetAsideEntity.class,
            SiteEntity.class,
            StockEntity.class,
            ExceptionCaseEntity.class,
            NoticeArrivalEntity.class,
            JournalReceiverEntity.class,
            JournalRejectionEntity.class,
            AccountRuleEntity.class,
            CompanyBooksEntity.class,
            CostWaitingEntity.class,
            EntryNumbersEntity.class,
            LineNumberEntity.class,
            StockDocumentEntity.class,
            WarehouseEntity.class,
            TokenEntity.class,
            TraceEventEntity.class,
            UnitNestingEntity.class);

    private final ConnectionPool pool;
    private final StandardServiceRegistry registry;
    private final SessionFactory sessions;

    /** @param pool belongs to the database from now on, also when it cannot be opened */
    public Database(ConnectionPool pool) {
        this.pool = pool;
        try {
            Migrations.run(pool.connections(), pool.vendor());
            registry = registry(pool);
            sessions = sessions(registry);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    public void close() {
        sessions.close();
        StandardServiceRegistryBuilder.destroy(registry);
        pool.close();
    }

    ConnectionPool pool() {
        return pool;
    }

    public Vendor vendor() {
        return pool.vendor();
    }

    /** @return one of its own, which no transaction has; whoever asks closes it */
    public Connection connection() throws SQLException {
        return pool.direct();
    }

    DatabaseWatch watch() {
        return pool.watch();
    }

    StatelessSession open() {
        return sessions.openStatelessSession();
    }

    private static SessionFactory sessions(StandardServiceRegistry registry) {
        try {
            MetadataSources sources = new MetadataSources(registry);
            ENTITIES.forEach(sources::addAnnotatedClass);
            Codes.CONVERTERS.forEach(sources::addAnnotatedClass);
            return sources.getMetadataBuilder()
                    .applyFunctions(new AnyOf())
                    .build()
                    .buildSessionFactory();
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static StandardServiceRegistry registry(ConnectionPool pool) {
        BootstrapServiceRegistryBuilder loading = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(SessionFactory.class.getClassLoader())
                .applyClassLoader(Database.class.getClassLoader());
        // never the thread's class loader: what it sees depends on who happens to call first
        loading.applyTcclLookupPrecedence(TcclLookupPrecedence.NEVER);
        return new StandardServiceRegistryBuilder(loading.build())
                .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool.connections())
                .applySetting(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
                // a commit that PostgreSQL can only answer with a rollback must fail, not look like a commit
                .applySetting(AvailableSettings.JPA_TRANSACTION_COMPLIANCE, true)
                // what fails is thrown, and logged by whoever handles it
                .applySetting(AvailableSettings.LOG_JDBC_ERRORS, false)
                .applySetting(AvailableSettings.HBM2DDL_AUTO, "validate")
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                // the driver is given what we mean: java.sql.Date has another calendar before 1582
                .applySetting(AvailableSettings.JAVA_TIME_USE_DIRECT_JDBC, true)
                .applySetting(AvailableSettings.PREFERRED_INSTANT_JDBC_TYPE, "TIMESTAMP_WITH_TIMEZONE")
                .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                // no table of ours needs Hibernate's own for bulk changes, and only migrations make tables
                .applySetting(GlobalTemporaryTableStrategy.CREATE_ID_TABLES, false)
                // lists of lots have any length; padded to powers of two, the number of different statements stays
                // small
                .applySetting(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
                .build();
    }
}
