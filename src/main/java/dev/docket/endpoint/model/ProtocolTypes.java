package dev.docket.endpoint.model;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The library's types that questions are written from and answers are read into, for native images. */
@RegisterForReflection(
        classNames = {
            ProtocolTypes.PACKAGE + "chat.AssistantMessage",
            ProtocolTypes.PACKAGE + "chat.AssistantMessage$Builder",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionChoice",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionChoice$Builder",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionRequest",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionRequest$Builder",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionResponse",
            ProtocolTypes.PACKAGE + "chat.ChatCompletionResponse$Builder",
            ProtocolTypes.PACKAGE + "chat.Content",
            ProtocolTypes.PACKAGE + "chat.Content$Builder",
            ProtocolTypes.PACKAGE + "chat.Delta",
            ProtocolTypes.PACKAGE + "chat.Delta$Builder",
            ProtocolTypes.PACKAGE + "chat.ImageUrl",
            ProtocolTypes.PACKAGE + "chat.ImageUrl$Builder",
            ProtocolTypes.PACKAGE + "chat.JsonSchema",
            ProtocolTypes.PACKAGE + "chat.JsonSchema$Builder",
            ProtocolTypes.PACKAGE + "chat.ResponseFormat",
            ProtocolTypes.PACKAGE + "chat.ResponseFormat$Builder",
            ProtocolTypes.PACKAGE + "chat.SystemMessage",
            ProtocolTypes.PACKAGE + "chat.SystemMessage$Builder",
            ProtocolTypes.PACKAGE + "chat.UserMessage",
            ProtocolTypes.PACKAGE + "chat.UserMessage$Builder",
            ProtocolTypes.PACKAGE + "chat.ContentType",
            ProtocolTypes.PACKAGE + "chat.ImageDetail",
            ProtocolTypes.PACKAGE + "chat.Message",
            ProtocolTypes.PACKAGE + "chat.ResponseFormatType",
            ProtocolTypes.PACKAGE + "chat.Role",
            ProtocolTypes.PACKAGE + "shared.CompletionTokensDetails",
            ProtocolTypes.PACKAGE + "shared.CompletionTokensDetails$Builder",
            ProtocolTypes.PACKAGE + "shared.PromptTokensDetails",
            ProtocolTypes.PACKAGE + "shared.PromptTokensDetails$Builder",
            ProtocolTypes.PACKAGE + "shared.StreamOptions",
            ProtocolTypes.PACKAGE + "shared.StreamOptions$Builder",
            ProtocolTypes.PACKAGE + "shared.Usage",
            ProtocolTypes.PACKAGE + "shared.Usage$Builder",
            // How their properties are called.
            "com.fasterxml.jackson.databind.PropertyNamingStrategies$SnakeCaseStrategy"
        })
final class ProtocolTypes {
    static final String PACKAGE = "dev.langchain4j.model.openai.internal.";

    private ProtocolTypes() {}
}
