package org.lottrace.notice.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of notices by EDI. */
@ObjectClassDefinition(name = "LotTrace recall notices: EDI")
@interface EdiConfig {
    @AttributeDefinition(
            name = "Partners",
            description = "numbers of the partners that agreed to read recall notices as X12 864, separated by commas")
    String[] partners() default {};
}
