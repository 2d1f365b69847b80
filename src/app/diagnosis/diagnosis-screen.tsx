import { useEffect, useState } from 'preact/hooks';
import type { CauseId } from '../../diagnosis/index.ts';
import { t } from '../../i18n.ts';
import type { PortalId } from '../../portals/index.ts';
import type { Snapshot } from '../../snapshot.ts';
import { SolvedNote } from '../../ui/solved-note.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Changes } from './changes.tsx';
import { findSubject, type Subject } from './find-subject.ts';
import { Progress } from './progress.tsx';
import { Questions } from './questions.tsx';
import { Result } from './result.tsx';
import { canTell, useDiagnosis } from './use-diagnosis.ts';

/** Why the sign-in fails, and what mends it. It begins by itself where there is something to begin with. */
export function DiagnosisScreen({ snapshot }: { snapshot: Snapshot }) {
  const diagnosis = useDiagnosis();
  const { phase, view, problem, run, replace } = diagnosis;
  const [subject, setSubject] = useState<Subject>();
  const [isAsking, setIsAsking] = useState(false);
  const [about, setAbout] = useState<PortalId>();
  const [notThese, setNotThese] = useState<readonly CauseId[]>([]);
  const [repairs, setRepairs] = useState(0);

  const start = (about: Subject, excluded: readonly CauseId[] = []) => {
    setIsAsking(false);
    setSubject(about);
    setNotThese(excluded);
    void run(about, excluded);
  };
  const ask = () => {
    setAbout(view?.portal);
    replace();
    setIsAsking(true);
  };
  useEffect(() => {
    void findSubject(snapshot.lastFailure).then((found) =>
      found ? start(found) : setIsAsking(true),
    );
  }, []);

  return (
    <>
      {snapshot.solved && (
        <SolvedNote solved={snapshot.solved}>
          <a href="#/historial">{t('solved_see')}</a>
        </SolvedNote>
      )}
      {isAsking ? (
        <Questions
          about={about}
          onAnswer={(asked) => start({ asked })}
          onClose={subject && (() => start(subject, notThese))}
        />
      ) : (
        <Progress phase={phase} count={view?.findings.filter(({ group }) => group).length ?? 0} />
      )}
      {problem && <Failure problem={problem} />}
      {subject && canTell(diagnosis) && view && (
        <Result
          view={view}
          isSettled={phase === 'done'}
          snapshot={snapshot}
          onRetry={() => start(subject)}
          onNotThis={(cause) => start(subject, [...notThese, cause])}
          onAnswer={(answer) =>
            start({ ...subject, answers: { ...subject.answers, ...answer } }, notThese)
          }
          onRepaired={() => setRepairs(repairs + 1)}
          onView={replace}
        />
      )}
      {!isAsking && phase === 'done' && (
        <div class="diagnosis-ask">
          <button type="button" class="plain" onClick={ask}>
            {t('diagnosis_ask')}
          </button>
        </div>
      )}
      <Changes snapshot={snapshot} repairs={repairs} />
    </>
  );
}
