package org.lottrace.rest.internal;

import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.AnswerFilter;
import org.lottrace.rest.internal.call.AskedBooks;
import org.lottrace.rest.internal.call.BooksHeader;
import org.lottrace.rest.internal.call.RequestCheck;
import org.lottrace.rest.internal.call.Values;
import org.lottrace.rest.internal.json.AnswerWriter;
import org.lottrace.rest.internal.json.BodyReader;
import org.lottrace.rest.internal.problem.Problems;
import org.lottrace.rest.internal.problem.Verbs;
import org.lottrace.rest.internal.resource.AccountRulesResource;
import org.lottrace.rest.internal.resource.AccountingFiles;
import org.lottrace.rest.internal.resource.AccountingPeriodsResource;
import org.lottrace.rest.internal.resource.AllocationRulesResource;
import org.lottrace.rest.internal.resource.Allocations;
import org.lottrace.rest.internal.resource.AnswerFilesResource;
import org.lottrace.rest.internal.resource.Audits;
import org.lottrace.rest.internal.resource.BackupsResource;
import org.lottrace.rest.internal.resource.BlindCountsResource;
import org.lottrace.rest.internal.resource.Certificates;
import org.lottrace.rest.internal.resource.CompaniesResource;
import org.lottrace.rest.internal.resource.ComponentAllocations;
import org.lottrace.rest.internal.resource.ConfigurationResource;
import org.lottrace.rest.internal.resource.CorrectionsResource;
import org.lottrace.rest.internal.resource.Costs;
import org.lottrace.rest.internal.resource.DemandForecastsResource;
import org.lottrace.rest.internal.resource.Documents;
import org.lottrace.rest.internal.resource.Drills;
import org.lottrace.rest.internal.resource.Events;
import org.lottrace.rest.internal.resource.ExceptionCasesResource;
import org.lottrace.rest.internal.resource.ExpectedReceiptsResource;
import org.lottrace.rest.internal.resource.ExpiryRisksResource;
import org.lottrace.rest.internal.resource.FollowersResource;
import org.lottrace.rest.internal.resource.HoldsResource;
import org.lottrace.rest.internal.resource.Identifications;
import org.lottrace.rest.internal.resource.ImportsResource;
import org.lottrace.rest.internal.resource.InterchangesResource;
import org.lottrace.rest.internal.resource.Items;
import org.lottrace.rest.internal.resource.JournalReceiversResource;
import org.lottrace.rest.internal.resource.Logins;
import org.lottrace.rest.internal.resource.LogisticUnitsResource;
import org.lottrace.rest.internal.resource.LotRightsResource;
import org.lottrace.rest.internal.resource.Lots;
import org.lottrace.rest.internal.resource.MastersResource;
import org.lottrace.rest.internal.resource.MovementLines;
import org.lottrace.rest.internal.resource.Movements;
import org.lottrace.rest.internal.resource.NodeResource;
import org.lottrace.rest.internal.resource.NoticeReconciliationsResource;
import org.lottrace.rest.internal.resource.OrderProgressResource;
import org.lottrace.rest.internal.resource.Overviews;
import org.lottrace.rest.internal.resource.Owners;
import org.lottrace.rest.internal.resource.Parties;
import org.lottrace.rest.internal.resource.PartnerMappingsResource;
import org.lottrace.rest.internal.resource.PartnerScoresResource;
import org.lottrace.rest.internal.resource.ProductionOrdersResource;
import org.lottrace.rest.internal.resource.Projections;
import org.lottrace.rest.internal.resource.PurchaseOrdersResource;
import org.lottrace.rest.internal.resource.RecallCasesResource;
import org.lottrace.rest.internal.resource.RecallPapers;
import org.lottrace.rest.internal.resource.RootCauses;
import org.lottrace.rest.internal.resource.RotationMeasuresResource;
import org.lottrace.rest.internal.resource.RotationSimulationsResource;
import org.lottrace.rest.internal.resource.SalesOrdersResource;
import org.lottrace.rest.internal.resource.ScanSessionsResource;
import org.lottrace.rest.internal.resource.Seals;
import org.lottrace.rest.internal.resource.SerialNumbers;
import org.lottrace.rest.internal.resource.ShipmentPapersResource;
import org.lottrace.rest.internal.resource.Sites;
import org.lottrace.rest.internal.resource.Stock;
import org.lottrace.rest.internal.resource.Suspects;
import org.lottrace.rest.internal.resource.ThirdPartyResource;
import org.lottrace.rest.internal.resource.TokensResource;
import org.lottrace.rest.internal.resource.Traces;
import org.lottrace.rest.internal.resource.TransferOrdersResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All resources and what reads and writes for them. The gate finds this by its property and publishes it. */
@Component(service = Application.class, property = "lottrace.rest.path=/")
public final class RestApplication extends Application {
    /** One for each subject. */
    private static final List<Function<Operations, Object>> RESOURCES = List.of(
            AccountRulesResource::new,
            AccountingFiles::new,
            AccountingPeriodsResource::new,
            AllocationRulesResource::new,
            Allocations::new,
            ComponentAllocations::new,
            AnswerFilesResource::new,
            Audits::new,
            BackupsResource::new,
            BlindCountsResource::new,
            Certificates::new,
            ConfigurationResource::new,
            CorrectionsResource::new,
            CompaniesResource::new,
            Costs::new,
            Drills::new,
            Events::new,
            ExceptionCasesResource::new,
            ExpectedReceiptsResource::new,
            NoticeReconciliationsResource::new,
            PartnerScoresResource::new,
            DemandForecastsResource::new,
            ExpiryRisksResource::new,
            RotationMeasuresResource::new,
            RotationSimulationsResource::new,
            FollowersResource::new,
            HoldsResource::new,
            Identifications::new,
            InterchangesResource::new,
            JournalReceiversResource::new,
            LogisticUnitsResource::new,
            Logins::new,
            LotRightsResource::new,
            SerialNumbers::new,
            Lots::new,
            MastersResource::new,
            NodeResource::new,
            MovementLines::new,
            Movements::new,
            OrderProgressResource::new,
            Overviews::new,
            Owners::new,
            PartnerMappingsResource::new,
            Projections::new,
            RecallCasesResource::new,
            RecallPapers::new,
            RootCauses::new,
            Seals::new,
            ScanSessionsResource::new,
            ShipmentPapersResource::new,
            Stock::new,
            Suspects::new,
            ThirdPartyResource::new,
            TokensResource::new,
            Traces::new);

    /** Those in which one piece of master data is written in the place of what is there. */
    private static final List<BiFunction<Operations, RecordLocks, Object>> REPLACING = List.of(
            ImportsResource::new,
            Items::new,
            Parties::new,
            ProductionOrdersResource::new,
            PurchaseOrdersResource::new,
            SalesOrdersResource::new,
            Sites::new,
            TransferOrdersResource::new);

    private final Set<Object> singletons;

    @Activate
    public RestApplication(@Reference Operations operations, @Reference RecordLocks locks) {
        List<Object> resources = resources(new AskedBooks(operations), locks).toList();
        singletons = new LinkedHashSet<>(resources);
        singletons.addAll(List.of(
                new Documents(),
                new Values(),
                new RequestCheck(),
                new AnswerFilter(),
                new BooksHeader(operations),
                new BodyReader(),
                new AnswerWriter(),
                new Problems(new Verbs(resources))));
    }

    /** @return what has paths of operations */
    static Stream<Object> resources(Operations operations, RecordLocks locks) {
        return Stream.concat(
                RESOURCES.stream().map(resource -> resource.apply(operations)),
                REPLACING.stream().map(resource -> resource.apply(operations, locks)));
    }

    @Override
    @SuppressWarnings(
            "deprecation") // the other way is classes that JAX-RS makes itself; ours are made with what they need
    public Set<Object> getSingletons() {
        return Set.copyOf(singletons);
    }
}
