package org.lottrace.exceptioncase.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "LotTrace exception cases",
        description = "Who looks after what was wrong with reports that were recorded")
@interface ExceptionCasesConfig {
    @AttributeDefinition(
            name = "Rules",
            description =
                    "Lines CODE=ROLE HOURS, such as LOT_ON_HOLD=lottrace-quality 4: the owner of new cases with that"
                            + " code, and the hours to their deadline, 1 to 10000. OTHERS is for codes that no line names."
                            + " Codes that are not here are as LotTrace brings them.")
    String[] rules() default {};
}
