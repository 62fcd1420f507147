// Starts `forsvarlig lsp` and lets VS Code speak with it. Everything that is known of rules is known by the server.
import * as path from "node:path";
import { commands, env, ExtensionContext, window, workspace } from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const MISSING: Record<string, string> = {
  nb: "Fant ikke programmet «{0}». Installer det (pip install 'forsvarlig[editor]'), eller si hvor det er i innstillingen forsvarlig.command.",
  da: "Fandt ikke programmet «{0}». Installér det (pip install 'forsvarlig[editor]'), eller sig hvor det er i indstillingen forsvarlig.command.",
  en: "The program “{0}” was not found. Install it (pip install 'forsvarlig[editor]'), or say where it is in the setting forsvarlig.command.",
};

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("forsvarlig.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("forsvarlig")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined);
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("forsvarlig");
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  const command = program(settings.get<string>("command") || "forsvarlig", folder);
  const rulebase = settings.get<string>("rulebase");
  const server: ServerOptions = {
    command,
    args: [...(rulebase ? ["--rulebase", rulebase] : []), "lsp"],
    options: { cwd: folder, env: { ...process.env, PYTHONUTF8: "1" } },
  };
  const options: LanguageClientOptions = {
    // Scenarios and Turtle, too: their unsaved text counts, and one can go to and from what they name.
    documentSelector: [
      { scheme: "file", language: "regel" },
      { scheme: "file", pattern: "**/rules/**/*_test.yaml" },
      { scheme: "file", pattern: "**/{ontology,kb}/**/*.ttl" },
    ],
  };
  client = new LanguageClient("forsvarlig", "Forsvarlig", server, options);
  try {
    await client.start();
  } catch {
    const message = MISSING[env.language.slice(0, 2)] ?? MISSING.en;
    void window.showErrorMessage(message.replace("{0}", command));
  }
}

/** A path that begins with a folder is one inside the folder that is open; a bare name is looked for by the system. */
function program(command: string, folder: string | undefined): string {
  const isName = !command.includes("/") && !command.includes("\\");
  return isName || path.isAbsolute(command) || !folder ? command : path.join(folder, command);
}
