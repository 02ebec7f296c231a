/** Entry of the language server: over Node's ipc when our extension starts it, over stdio for every other editor (`--stdio`). */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

serve(createConnection(ProposedFeatures.all));
