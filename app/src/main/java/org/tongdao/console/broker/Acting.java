package org.tongdao.console.broker;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongdao.console.access.SignedIn;

/** Tells the pages of the desk whether the reader may act: an auditor only reads. */
@ControllerAdvice(basePackageClasses = Acting.class)
class Acting {

    @ModelAttribute("acts")
    boolean acts(@AuthenticationPrincipal @Nullable SignedIn me) {
        return me != null && !me.role().equals("AUDITOR");
    }
}
