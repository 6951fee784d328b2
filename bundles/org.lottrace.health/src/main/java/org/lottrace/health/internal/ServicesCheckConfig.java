package org.lottrace.health.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace health: services")
@interface ServicesCheckConfig {
    @AttributeDefinition(
            name = "Services",
            description =
                    "Interfaces that must have a service, each with an LDAP filter if need be. The default is that of the complete LotTrace: shorten it"
                            + " where only some features are installed")
    String[] services() default {
        "org.apache.cxf.endpoint.Server(lottrace.soap.path=/accounting)",
        "org.apache.cxf.endpoint.Server(lottrace.soap.path=/erp)",
        "org.lottrace.api.allocation.Allocation",
        "org.lottrace.api.cost.LotCosting",
        "org.lottrace.api.edi.Interchanges",
        "org.lottrace.api.edi.TransactionSetHandler",
        "org.lottrace.api.event.Ledger",
        "org.lottrace.api.event.StockOnHand",
        "org.lottrace.api.genealogy.Genealogy",
        "org.lottrace.api.lot.ItemCatalog",
        "org.lottrace.api.lot.LotMaster",
        "org.lottrace.api.lot.LotNumbering",
        "org.lottrace.api.lot.SiteDirectory",
        "org.lottrace.api.movement.ExpectedReceipts",
        "org.lottrace.api.movement.MovementCapture",
        "org.lottrace.api.order.PurchaseOrders",
        "org.lottrace.api.order.SalesOrders",
        "org.lottrace.api.partner.PartnerDirectory",
        "org.lottrace.api.quality.Holds",
        "org.lottrace.api.quality.LotUsability",
        "org.lottrace.api.recall.Recall",
        "org.lottrace.api.store.UnitOfWork"
    };
}
