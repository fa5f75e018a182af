package dev.docket.endpoint.local;

import java.math.BigDecimal;

/** What an answer counts, by the published price of a page for each model. */
public final class Credits {
    private Credits() {}

    public static BigDecimal of(String model, int pages) {
        return perPage(model).multiply(BigDecimal.valueOf(pages));
    }

    private static BigDecimal perPage(String model) {
        return switch (model == null ? "" : model) {
            case "retab-micro" -> new BigDecimal("0.2");
            case "retab-large", "auto-large" -> new BigDecimal("3");
            default -> BigDecimal.ONE;
        };
    }
}
