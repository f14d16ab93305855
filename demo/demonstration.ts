import type { System } from '../src/platform/database/system.ts'
import { opens } from './areas.ts'
import { northgate, rivermouth } from './cast.ts'
import { ago } from './days.ts'
import { amara } from './people/amara.ts'
import { ann } from './people/ann.ts'
import { dai } from './people/dai.ts'
import { grzegorz } from './people/grzegorz.ts'
import { iris } from './people/iris.ts'
import { joseph } from './people/joseph.ts'
import { kayleigh } from './people/kayleigh.ts'
import { lee } from './people/lee.ts'
import { aFriendOfOlena, theOneWithTheBoat } from './people/left.ts'
import { mary } from './people/mary.ts'
import { olena } from './people/olena.ts'
import { pat } from './people/pat.ts'
import { robin } from './people/robin.ts'
import { sophie } from './people/sophie.ts'
import { staff } from './people/staff.ts'
import { workingTogether } from './people/together.ts'
import { tom } from './people/tom.ts'
import { yusuf } from './people/yusuf.ts'
import { isShownByRole, numberQuestions } from './record.ts'
import { noRows, type Rows } from './rows.ts'

export { people } from './cast.ts'
export { idOf } from './ids.ts'

/** Everything in the two invented areas, as whole rows by table, with the last six months counted back from `now`. */
export function demonstrationRows(now: Date): Rows {
	const rows = noRows()
	const here = opens(rows, now, 'Rivermouth', ago(184), rivermouth)
	for (const tell of [ann, joseph, mary, tom, yusuf, kayleigh, dai, sophie, grzegorz, lee, amara, olena, robin, pat]) {
		tell(here)
	}
	theOneWithTheBoat(here)
	aFriendOfOlena(here)
	isShownByRole(here, 'delroy', 'ruth', ago(120), 'Someone has looked for where he lives.')
	workingTogether(here)
	staff(here)
	iris(opens(rows, now, 'Northgate', ago(120), northgate))
	rows.access.sort((one, other) => one.at.getTime() - other.at.getTime())
	numberQuestions(rows)
	return rows
}

/**
 * Loads the demonstration into a database that holds no area yet.
 *
 * @throws the database's own error when it already holds one
 */
export async function loadDemonstration(system: System, now = new Date()): Promise<void> {
	await system('system_load_demonstration', JSON.stringify(demonstrationRows(now)))
}
