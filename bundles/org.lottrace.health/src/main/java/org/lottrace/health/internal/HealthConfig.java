package org.lottrace.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One file for all checks: whoever operates LotTrace has one place to look. */
@ObjectClassDefinition(name = "LotTrace health", description = "When something is not healthy")
@interface HealthConfig {
    String PID = "org.lottrace.health";

    @AttributeDefinition(
            name = "Required services",
            description =
                    "Interfaces that must have a service, each with an LDAP filter if need be. The default is that"
                            + " of the complete LotTrace: shorten it where only some features are installed")
    String[] required_services() default {
        "org.apache.cxf.endpoint.Server(lottrace.soap.path=/accounting)",
        "org.apache.cxf.endpoint.Server(lottrace.soap.path=/erp)",
        "org.lottrace.api.allocation.Allocation",
        "org.lottrace.api.audit.AuditLog",
        "org.lottrace.api.certificate.Certification",
        "org.lottrace.api.cost.LotCosting",
        "org.lottrace.api.edi.Interchanges",
        "org.lottrace.api.edi.TransactionSetHandler",
        "org.lottrace.api.event.Ledger",
        "org.lottrace.api.event.LedgerFollowers",
        "org.lottrace.api.event.LedgerProjections",
        "org.lottrace.api.event.StockOnHand",
        "org.lottrace.api.genealogy.Genealogy",
        "org.lottrace.api.health.Metrics",
        "org.lottrace.api.lot.ItemCatalog",
        "org.lottrace.api.lot.LotMaster",
        "org.lottrace.api.lot.LotNumbering",
        "org.lottrace.api.lot.SiteDirectory",
        "org.lottrace.api.movement.Corrections",
        "org.lottrace.api.movement.ExpectedReceipts",
        "org.lottrace.api.movement.LotCorrections",
        "org.lottrace.api.movement.MovementCapture",
        "org.lottrace.api.operation.Operations",
        "org.lottrace.api.order.PurchaseOrders",
        "org.lottrace.api.order.SalesOrders",
        "org.lottrace.api.partner.PartnerDirectory",
        "org.lottrace.api.quality.Holds",
        "org.lottrace.api.planning.RotationMeasures",
        "org.lottrace.api.quality.LotUsability",
        "org.lottrace.api.recall.answer.AnswerFiles",
        "org.lottrace.api.recall.Recall",
        "org.lottrace.api.recall.RecallCases",
        "org.lottrace.api.recall.drill.MockRecall",
        "org.lottrace.api.recall.report.RecallReports",
        "org.lottrace.api.rootcause.RootCause",
        "org.lottrace.api.token.Tokens",
        "org.lottrace.api.transaction.UnitOfWork"
    };

    @AttributeDefinition(
            name = "Ledger: newest events",
            description = "How many of the newest events are recomputed each time")
    int ledger_newest_events() default 200;

    @AttributeDefinition(
            name = "Followers: patience",
            description =
                    "Seconds for which a follower of the ledger may be behind without moving before it is a warning")
    long follower_patience_seconds() default 60;

    @AttributeDefinition(
            name = "Interchanges: newest",
            description = "How many of the newest interchanges are looked at")
    int interchange_newest() default 200;

    @AttributeDefinition(
            name = "Interchanges: rejected within",
            description = "Hours after which a rejected interchange is no longer a warning")
    long interchange_rejected_within_hours() default 24;

    @AttributeDefinition(
            name = "Interchanges: pending for",
            description = "Minutes after which an interchange that has not left is a warning")
    long interchange_pending_for_minutes() default 5;

    @AttributeDefinition(
            name = "Interchanges: acknowledged within",
            description = "Hours after which a ship notice without a 997 is a warning, for partners that send 997s")
    long interchange_acknowledged_within_hours() default 24;

    @AttributeDefinition(
            name = "Recall notices: waiting for",
            description = "Minutes after which a notice that no way of sending reaches its consignee with is a warning")
    long notice_waiting_for_minutes() default 5;
}
