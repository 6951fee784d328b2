package org.lottrace.api.catalogue;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.backup.Backups;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.QuarantinedInterchanges;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.handover.AccountNumbers;
import org.lottrace.api.handover.JournalFiles;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.Metrics;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.label.LabelPrinting;
import org.lottrace.api.label.Labels;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.login.KnownLogins;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.Masters;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.ShipmentPapers;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.overview.PastStock;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.token.Tokens;

/** Every {@link Operation} of every service. */
public final class Catalogue {
    private static final List<Class<?>> SERVICES = List.of(
            AccountNumbers.class,
            AccountRules.class,
            AccountingPeriods.class,
            Allocation.class,
            AllocationDecisions.class,
            AllocationRules.class,
            AllocationWaves.class,
            ComponentAllocation.class,
            TransferAllocation.class,
            AnswerFiles.class,
            AuditLog.class,
            Backups.class,
            BlindCounts.class,
            Certification.class,
            Configurations.class,
            Corrections.class,
            Companies.class,
            Consignments.class,
            CostEntries.class,
            CostHistory.class,
            LotReview.class,
            DemandForecasts.class,
            ExceptionCases.class,
            ExpectedReceipts.class,
            ExpiryAdvices.class,
            ExpiryRisks.class,
            PlannedUses.class,
            Genealogy.class,
            Health.class,
            Holds.class,
            ImportMappings.class,
            Imports.class,
            Identification.class,
            Interchanges.class,
            InventoryAdvices.class,
            MappingBench.class,
            QuarantinedInterchanges.class,
            ItemCatalog.class,
            Labels.class,
            LabelPrinting.class,
            JournalFiles.class,
            JournalReceivers.class,
            KnownLogins.class,
            Ledger.class,
            LedgerFollowers.class,
            LedgerProjections.class,
            LogisticUnits.class,
            LoginLocks.class,
            LostReservations.class,
            LotCorrections.class,
            LotCosting.class,
            LotMaster.class,
            LotNumbering.class,
            LotRights.class,
            LotUsability.class,
            Masters.class,
            Metrics.class,
            MockRecall.class,
            MovementCapture.class,
            MovementList.class,
            NoticeReconciliations.class,
            OrderProgress.class,
            Overview.class,
            OwnerReport.class,
            PastStock.class,
            PartnerDirectory.class,
            PartnerScores.class,
            ProductionOrders.class,
            PurchaseOrders.class,
            Recall.class,
            RecallCasePrint.class,
            RecallCases.class,
            RecallMoney.class,
            RecallReports.class,
            RecordSeals.class,
            RootCause.class,
            RotationMeasures.class,
            RotationSimulations.class,
            SalesOrders.class,
            TransferOrders.class,
            SoftReservations.class,
            Search.class,
            ScanSessions.class,
            ShipmentPapers.class,
            SerialPieces.class,
            ShelfLives.class,
            SiteDirectory.class,
            SsccNumbers.class,
            StockLines.class,
            StockOnHand.class,
            ThirdPartyWarehouses.class,
            Tokens.class);

    private static final List<OperationDescription> OPERATIONS = SERVICES.stream()
            .flatMap(service -> Stream.of(service.getMethods()))
            .filter(method -> method.isAnnotationPresent(Operation.class))
            .map(OperationDescription::of)
            .sorted(Comparator.comparing(OperationDescription::name))
            .toList();

    private static final Map<Method, OperationDescription> BY_METHOD =
            OPERATIONS.stream().collect(Collectors.toMap(OperationDescription::method, Function.identity()));

    private static final Map<String, OperationDescription> BY_NAME =
            OPERATIONS.stream().collect(Collectors.toMap(OperationDescription::name, Function.identity()));

    private Catalogue() {}

    /** @return the service interfaces that have operations */
    public static List<Class<?>> services() {
        return SERVICES;
    }

    /** @return all operations, by name */
    public static List<OperationDescription> operations() {
        return OPERATIONS;
    }

    /** @return the operation that this method is, or empty when it is for services among themselves */
    public static Optional<OperationDescription> of(Method method) {
        return Optional.ofNullable(BY_METHOD.get(method));
    }

    /** @return the operation of that name, or empty when there is none */
    public static Optional<OperationDescription> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @return what a code of a refusal means and what to do, in one sentence for people; empty when no operation has it */
    public static Optional<String> meaningOf(String code) {
        return Meanings.of(code);
    }

    /**
     * @param language such as German
     * @return the same sentence in another language than English; empty when nobody has translated it
     */
    public static Optional<String> meaningOf(String code, Locale language) {
        return Meanings.of(code, language);
    }
}
