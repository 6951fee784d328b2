package org.lottrace.console.web.internal;

import java.util.List;
import org.lottrace.console.web.internal.accounts.AccountsPage;
import org.lottrace.console.web.internal.admin.AdminPage;
import org.lottrace.console.web.internal.admin.LotRightsPage;
import org.lottrace.console.web.internal.count.BlindCountPage;
import org.lottrace.console.web.internal.event.EventPage;
import org.lottrace.console.web.internal.event.EventsPage;
import org.lottrace.console.web.internal.event.MovementsPage;
import org.lottrace.console.web.internal.exceptions.ExceptionsPage;
import org.lottrace.console.web.internal.intake.ImportsPage;
import org.lottrace.console.web.internal.lot.HoldQuestionPage;
import org.lottrace.console.web.internal.lot.ItemsPage;
import org.lottrace.console.web.internal.lot.LotPage;
import org.lottrace.console.web.internal.lot.LotsPage;
import org.lottrace.console.web.internal.master.ItemForm;
import org.lottrace.console.web.internal.master.MastersPage;
import org.lottrace.console.web.internal.master.PartyForm;
import org.lottrace.console.web.internal.master.SitesPage;
import org.lottrace.console.web.internal.orders.AllocationRulesPage;
import org.lottrace.console.web.internal.orders.DecisionsPage;
import org.lottrace.console.web.internal.orders.OrderPage;
import org.lottrace.console.web.internal.orders.OrdersPage;
import org.lottrace.console.web.internal.orders.ProductionOrderPage;
import org.lottrace.console.web.internal.orders.ProductionOrdersPage;
import org.lottrace.console.web.internal.orders.PurchaseOrderPage;
import org.lottrace.console.web.internal.orders.TransferOrderPage;
import org.lottrace.console.web.internal.orders.TransferOrdersPage;
import org.lottrace.console.web.internal.orders.WavePage;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.partners.PartnersPage;
import org.lottrace.console.web.internal.planning.PlanningPage;
import org.lottrace.console.web.internal.recall.RecallPage;
import org.lottrace.console.web.internal.scan.ScanPage;
import org.lottrace.console.web.internal.search.SearchPage;
import org.lottrace.console.web.internal.shipping.PaperPage;
import org.lottrace.console.web.internal.stock.StockPage;
import org.lottrace.console.web.internal.today.TodayPage;
import org.lottrace.console.web.internal.trace.TracePage;
import org.lottrace.console.web.internal.unit.UnitPage;
import org.lottrace.console.web.internal.work.WorkPage;

/** All pages, in the order of the menu. */
final class Pages {
    static final List<Page> ALL = List.of(
            new TodayPage(),
            new StockPage(),
            new ItemsPage(),
            new LotsPage(),
            new LotPage(),
            new HoldQuestionPage(),
            new TracePage(),
            new RecallPage(),
            new WorkPage(),
            new ExceptionsPage(),
            new EventPage(),
            new EventsPage(),
            new MovementsPage(),
            new OrdersPage(),
            new OrderPage(),
            new PurchaseOrderPage(),
            new AllocationRulesPage(),
            new DecisionsPage(),
            new WavePage(),
            new UnitPage(),
            new ProductionOrdersPage(),
            new TransferOrdersPage(),
            new TransferOrderPage(),
            new ProductionOrderPage(),
            new PaperPage(),
            new ScanPage(),
            new BlindCountPage(),
            new PlanningPage(),
            new PartnersPage(),
            new AccountsPage(),
            new AdminPage(),
            new LotRightsPage(),
            new ItemForm(),
            new PartyForm(),
            new SitesPage(),
            new MastersPage(),
            new ImportsPage(),
            new SearchPage());

    private Pages() {}
}
