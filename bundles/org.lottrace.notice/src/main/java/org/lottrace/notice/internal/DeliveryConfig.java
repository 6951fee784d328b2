package org.lottrace.notice.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the papers of shipments. */
@ObjectClassDefinition(name = "LotTrace delivery notes and packing lists")
@interface DeliveryConfig {
    String PID = "org.lottrace.notice.delivery";

    @AttributeDefinition(
            name = "Customers with mail",
            description =
                    "numbers of the customers who get delivery note and packing list by e-mail with each shipment, to"
                            + " the address of the party; * is everybody with whom nothing is exchanged by EDI; empty: nobody")
    String[] mail_customers() default {};

    @AttributeDefinition(
            name = "In German",
            description = "numbers of customers who read German though their country is not DE, AT, CH, LI or LU")
    String[] german_customers() default {};

    @AttributeDefinition(
            name = "In English",
            description = "numbers of customers who read English though their country is DE, AT, CH, LI or LU")
    String[] english_customers() default {};

    @AttributeDefinition(
            name = "Not older than",
            description =
                    "days after which the papers of a shipment are not sent any more, so that whoever turns this on, or"
                            + " begins with an old ledger, sends nothing about the past")
    int newest_days() default 3;
}
