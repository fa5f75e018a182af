package dev.docket.start;

import dev.docket.tenant.KeyMaterial;
import io.smallrye.config.SmallRyeConfig;

/** Refuses a key that could be guessed or could not be sent in a header, and an organization that is no name. */
public final class TenantCheck implements StartupCheck {
    @Override
    public void check(SmallRyeConfig settings) {
        DocketConfig config = settings.getConfigMapping(DocketConfig.class);
        if (config.apiKey().isPresent()
                && !KeyMaterial.isAcceptable(config.apiKey().get())) {
            throw new StartRefused("DOCKET_API_KEY is not usable: it needs 16 to 512 printable ASCII characters"
                    + " without white space. Leave it out to have a key made.");
        }
        OrganizationName.require("DOCKET_ORGANIZATION", config.organization());
    }
}
