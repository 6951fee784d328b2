package org.lottrace.handover.internal.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace SAF-T",
        description =
                "What a file for the Norwegian tax administration says of the company; empty: there are no such files")
@interface SaftConfig {
    String PID = "org.lottrace.handover.saft";

    @AttributeDefinition(name = "Registration number", description = "of the company, in the register of Norway")
    String registration_number() default "";

    @AttributeDefinition(name = "Company", description = "its name")
    String company_name() default "";

    @AttributeDefinition(name = "First name", description = "of whom the tax administration may ask")
    String contact_first_name() default "";

    @AttributeDefinition(name = "Last name", description = "of that person")
    String contact_last_name() default "";

    @AttributeDefinition(name = "Telephone", description = "of that person")
    String contact_telephone() default "";

    @AttributeDefinition(
            name = "Groupings",
            description =
                    "for each account NUMBER=CATEGORY/CODE, by the code lists of the tax administration, such as 1400=RF-1167/0120; for"
                            + " a line without a number the name of our account")
    String[] groupings() default {};

    @AttributeDefinition(
            name = "Schema",
            description = "XSD file against which each file is checked; empty: it is not checked")
    String schema_file() default "";
}
