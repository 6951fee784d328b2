package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.annotation.XmlSeeAlso;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxb.JAXBDataBinding;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.eclipse.persistence.jaxb.JAXBContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.soap.erp.internal.wire.ErpPort;
import org.lottrace.soap.erp.internal.wire.GetItems;
import org.lottrace.soap.erp.internal.wire.GetPartners;
import org.lottrace.soap.erp.internal.wire.GetPurchaseOrders;
import org.lottrace.soap.erp.internal.wire.GetSalesOrders;
import org.lottrace.soap.erp.internal.wire.GetSites;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.SaveItems;
import org.lottrace.soap.erp.internal.wire.SavePartners;
import org.lottrace.soap.erp.internal.wire.SavePurchaseOrders;
import org.lottrace.soap.erp.internal.wire.SaveSalesOrders;
import org.lottrace.soap.erp.internal.wire.SaveSites;
import org.lottrace.web.gate.testing.GatedServer;

/** A client that was generated from the WSDL, as an ERP system has one, against the published service. */
class ClientIT {
    private final Company company = new Company().withTheExamples();
    private ErpPort erp;

    @BeforeEach
    void connect() throws JAXBException {
        JaxWsProxyFactoryBean client = new JaxWsProxyFactoryBean();
        // not the one of the gate, with all that it does for a service
        client.setBus(BusFactory.newInstance().createBus());
        client.setServiceClass(ErpPort.class);
        client.setWsdlURL(ErpPort.class.getResource("/wsdl/erp.wsdl").toString());
        client.setServiceName(new QName("urn:lottrace:erp:1", "ErpService"));
        client.setEndpointName(new QName("urn:lottrace:erp:1", "ErpPort"));
        client.setAddress(company.server().request("/erp").build().uri().toString());
        client.setUsername("erp");
        client.setPassword("secret");
        client.setDataBinding(new Moxy());
        erp = client.create(ErpPort.class);
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void has_one_request_and_one_answer_object_for_each_operation() {
        Stream.of(ErpPort.class.getMethods()).forEach(operation -> {
            assertEquals(1, operation.getParameterCount(), operation.getName());
            assertNotEquals(void.class, operation.getReturnType(), operation.getName());
        });
    }

    @Test
    void is_told_so_by_the_published_contract() {
        String wsdl = company.server()
                .send(company.server().request("/erp?wsdl").header("Authorization", GatedServer.basic("erp", "secret")))
                .body();

        assertTrue(wsdl.contains("enableWrapperStyle>false<"), wsdl.substring(0, 2_000));
    }

    /** What is read can be sent as it is: nothing of it was lost, and nothing was added. */
    @Test
    void writes_what_it_has_read_and_nothing_changes() throws Refused {
        List<?> before = everything();
        SaveItems items = new SaveItems();
        items.getItem().addAll(erp.getItems(new GetItems()).getItem());
        SavePartners parties = new SavePartners();
        parties.getParty().addAll(erp.getPartners(new GetPartners()).getParty());
        SaveSites sites = new SaveSites();
        sites.getSite().addAll(erp.getSites(new GetSites()).getSite());
        SavePurchaseOrders purchases = new SavePurchaseOrders();
        purchases
                .getOrder()
                .addAll(erp.getPurchaseOrders(new GetPurchaseOrders()).getOrder());
        SaveSalesOrders sales = new SaveSalesOrders();
        sales.getOrder().addAll(erp.getSalesOrders(new GetSalesOrders()).getOrder());

        assertEquals(2, erp.saveItems(items).getSaved());
        assertEquals(3, erp.savePartners(parties).getSaved());
        assertEquals(1, erp.saveSites(sites).getSaved());
        assertEquals(1, erp.savePurchaseOrders(purchases).getSaved());
        assertEquals(1, erp.saveSalesOrders(sales).getSaved());

        assertEquals(before, everything());
    }

    @Test
    void an_order_line_on_consignment_is_read_as_it_was_written() throws Refused {
        SavePurchaseOrders purchases = new SavePurchaseOrders();
        purchases
                .getOrder()
                .addAll(erp.getPurchaseOrders(new GetPurchaseOrders()).getOrder());
        purchases.getOrder().get(0).getLine().forEach(line -> line.setConsignment(true));

        assertEquals(1, erp.savePurchaseOrders(purchases).getSaved());

        assertEquals(
                List.of(true),
                company.service(PurchaseOrders.class).after("", 1).get(0).lines().stream()
                        .map(PurchaseOrder.Line::consignment)
                        .distinct()
                        .toList());
        assertEquals(
                Boolean.TRUE,
                erp.getPurchaseOrders(new GetPurchaseOrders())
                        .getOrder()
                        .get(0)
                        .getLine()
                        .get(0)
                        .isConsignment());
    }

    @Test
    void writes_what_it_has_changed() throws Refused {
        GetItems one = new GetItems();
        one.setNumber("R-WHEAT");
        SaveItems changed = new SaveItems();
        changed.getItem().addAll(erp.getItems(one).getItem());
        changed.getItem().get(0).setDescription("Wheat, hard");

        erp.saveItems(changed);

        assertEquals("Wheat, hard", erp.getItems(one).getItem().get(0).getDescription());
    }

    @Test
    void catches_a_refusal_with_every_violation() {
        GetItems unknown = new GetItems();
        unknown.setNumber("X");

        Refused refused = assertThrows(Refused.class, () -> erp.getItems(unknown));

        assertEquals(
                "ITEM_UNKNOWN", refused.getFaultInfo().getViolation().get(0).getCode());
        assertEquals("number", refused.getFaultInfo().getViolation().get(0).getField());
    }

    private List<?> everything() {
        List<Item> items = company.items().all();
        List<Party> parties = company.service(PartnerDirectory.class).all();
        List<Site> sites = company.service(SiteDirectory.class).all();
        List<PurchaseOrder> purchases = company.service(PurchaseOrders.class).after("", 10);
        List<SalesOrder> sales = company.service(SalesOrders.class).after("", 10);
        return List.of(items, parties, sites, purchases, sales);
    }

    /** The data binding that is on the class path of these tests. */
    private static final class Moxy extends JAXBDataBinding {
        Moxy() throws JAXBException {
            super(context());
        }

        private static JAXBContext context() throws JAXBException {
            return JAXBContextFactory.createContext(
                    ErpPort.class.getAnnotation(XmlSeeAlso.class).value(), Map.of());
        }

        @Override
        public void applyEscapeHandler(boolean escape, Consumer<Object> consumer) {
            // MOXy escapes by itself
        }
    }
}
